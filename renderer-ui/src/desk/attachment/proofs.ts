import type { DeskApplicationView } from '../../api/types.js';
import { valueAt } from '../../form/index.js';
import { fieldPathAt } from '#engine';
import type { AnswerLine } from '../application/answers/answer-outline.js';

type Proofs = Pick<DeskApplicationView, 'proofs' | 'answers' | 'attachments'>;

/** Ids of the files that prove an answer, or that are the answer; in the order of the procedure. */
export function filesFor(application: Proofs, pointer: string): readonly string[] {
  const path = fieldPathAt(pointer);
  const own = idsAt(application, path);
  const proving = application.proofs
    .filter(({ proves }) => proves.some((name) => isWithin(path, name)))
    .flatMap(({ file }) => idsAt(application, file));
  const there = new Set(application.attachments.map(({ id }) => id));
  return [...new Set([...own, ...proving])].filter((id) => there.has(id));
}

/** The answers that a file is looked at for, in the order of the form. */
export function provenBy(
  application: Proofs,
  fileId: string,
  lines: readonly AnswerLine[],
): readonly AnswerLine[] {
  const names = application.proofs
    .filter(({ file }) => idsAt(application, file).includes(fileId))
    .flatMap(({ proves }) => proves);
  return lines.filter(({ path }) => names.some((name) => isWithin(fieldPathAt(path), name)));
}

function idsAt({ answers }: Proofs, path: string): readonly string[] {
  const value = valueAt(answers, `/${path.replaceAll('.', '/')}`);
  return Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];
}

/** `sales.rows[].amount` lies within `sales`, `sales.rows` and itself. */
function isWithin(path: string, name: string): boolean {
  const [inner, outer] = [path.replaceAll('[]', ''), name.replaceAll('[]', '')];
  return inner === outer || inner.startsWith(`${outer}.`);
}
