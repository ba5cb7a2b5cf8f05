import type { Change, Renames, Version } from './change.js';
import { formTree, type FormNode, labelOf } from './form-tree.js';
import { type FormMatching, matchForms } from './match-form.js';
import { matchStages, type StageMatching } from './match-stages.js';
import { type Renaming, renamingOf } from './renaming.js';

/** Two versions side by side: what is what, before anything is said about it. */
export interface SideBySide {
  readonly before: Version;
  readonly after: Version;
  readonly form: FormMatching;
  readonly stages: StageMatching;
  readonly renaming: Renaming;
}

/** One part of the difference: a question each file answers alone. */
export type Differ = (sides: SideBySide) => readonly Change[];

export function sideBySide(before: Version, after: Version, renames: Renames): SideBySide {
  const form = matchForms(formTree(before.procedure.form), formTree(after.procedure.form), renames.fields);
  const stages = matchStages(before.procedure.workflow, after.procedure.workflow, renames.stages);
  return { before, after, form, stages, renaming: renamingOf(form, stages.names) };
}

/** How the new version calls a page or field; for what is gone, how the old one did. */
export function labelIn({ form }: SideBySide, node: FormNode): string {
  return labelOf(node, form.after.nodes.get(node.path) === node ? form.after : form.before);
}

/** What an expression reads, by the words on the screen. */
export function readsInWords(sides: SideBySide, reads: readonly string[]): string {
  const { nodes } = sides.form.after;
  const labels = reads.flatMap((read) => {
    const node = [...nodes.values()].find(({ path }) => path.replaceAll('[]', '') === read);
    return node ? [labelOf(node, sides.form.after)] : read.startsWith('tables.') ? [read] : [];
  });
  return [...new Set(labels)].join('、');
}
