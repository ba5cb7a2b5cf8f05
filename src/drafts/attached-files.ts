import { type Answers, type Field, type Form, type Problem, problem } from '#engine';
import type { AttachmentRow } from './drafts.queries.js';

/** One place in the answers that refers to a file. */
interface Reference {
  readonly pointer: string;
  readonly field: string;
  readonly id: string;
}

/** Every file that the answers refer to, in the order of the form. */
function references(form: Form, answers: Answers): readonly Reference[] {
  return form.pages.flatMap((page) => inFields(page.fields, answers[page.name], `/${page.name}`));
}

function inFields(fields: readonly Field[], value: unknown, pointer: string): readonly Reference[] {
  if (typeof value !== 'object' || value === null) return [];
  return fields.flatMap((field): readonly Reference[] => {
    const inside = (value as Record<string, unknown>)[field.name];
    const at = `${pointer}/${field.name}`;
    if (field.kind === 'attachment' && Array.isArray(inside)) {
      return inside.map((id: unknown, index) => ({
        pointer: `${at}/${index}`,
        field: field.path,
        id: String(id),
      }));
    }
    if (field.kind === 'rows' && Array.isArray(inside)) {
      return inside.flatMap((row: unknown, index) => inFields(field.fields, row, `${at}/${index}`));
    }
    return field.kind === 'group' ? inFields(field.fields, inside, at) : [];
  });
}

export interface AttachedFiles {
  /** Files of the draft that the answers refer to. */
  readonly own: readonly AttachmentRow[];
  /** References to files that are not there, are somebody else's, or were uploaded for another question. */
  readonly problems: readonly Problem[];
}

/** @param within files of the draft, and of the application that it corrects */
export function attachedFiles(form: Form, answers: Answers, within: readonly AttachmentRow[]): AttachedFiles {
  const found = references(form, answers);
  if (found.length === 0) return { own: [], problems: [] };
  const known = new Map(within.map((file) => [file.id, file]));
  const problems = found
    .filter(({ id, field }) => known.get(id)?.field !== field)
    .map(({ pointer }) => problem(pointer, 'attachment-unknown'));
  const used = new Set(found.map(({ id }) => id));
  return { own: within.filter(({ id, own }) => own && used.has(id)), problems };
}
