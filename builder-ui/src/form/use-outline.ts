import { type AuthoredField, outlineForm, type ProcedureFiles } from '#engine';
import { partOfFiles } from '../workspace/part-of-files.js';
import { useDraft } from '../workspace/use-workspace.js';

const formFiles = partOfFiles((file) => file === 'form.schema.json' || file === 'form.ui.json');

let last: { readonly part: ProcedureFiles | null; readonly outline: readonly AuthoredField[] } = {
  part: null,
  outline: [],
};

/** The pages of the form; as they were last while the file cannot be read. */
export function outlineOf(files: ProcedureFiles): readonly AuthoredField[] {
  const part = formFiles(files);
  if (part !== last.part) last = { part, outline: outlineForm(part) ?? last.outline };
  return last.outline;
}

export function useOutline(): readonly AuthoredField[] {
  return useDraft(({ files }) => outlineOf(files));
}

/** Everything on the pages, in the order of the screen. */
export function allFields(outline: readonly AuthoredField[]): readonly AuthoredField[] {
  return outline.flatMap((field) => [field, ...allFields(field.fields)]);
}

export function fieldAt(outline: readonly AuthoredField[], path: string): AuthoredField | null {
  return allFields(outline).find((field) => field.path === path) ?? null;
}

export function titleOfField({ schema, name }: Pick<AuthoredField, 'schema' | 'name'>): string {
  const { title } = schema;
  return typeof title === 'string' && title !== '' ? title : name;
}

/** The repeat around it, as in `Field.path`; null outside of one. */
export function repeatAround(path: string): string | null {
  const end = path.lastIndexOf('[]');
  return end === -1 ? null : path.slice(0, end);
}
