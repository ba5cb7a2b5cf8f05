import { nearestName } from '../nearest-name.js';
import { type Problem, problem } from '../problem.js';
import { isObject, type Located, pointer } from '../workflow/object-reader.js';
import { APPLICATION_FACTS, isFact } from './read-application.js';
import type { DraftField } from './read-field.js';

/** How a question may be drawn. Left out: the way that fits its kind. */
export const WIDGETS = [
  'textarea',
  'money',
  'radio',
  'select',
  'checkbox',
  'search',
  'bank',
  'bank-branch',
  'hidden',
];

/** What an answer tells beside itself, by the question that is answered. */
const PARTS = {
  postal: ['prefecture', 'city', 'town', 'municipality', 'address'],
  name: ['kana'],
  bank: ['code'],
  branch: ['code', 'account'],
} as const;

/**
 * `"ui:fills": { "town": "address" }`: an answer fills in questions beside it, as a proposal that may be changed.
 *
 * @param among the questions of the same page, group or row
 */
export function readFills(
  field: DraftField,
  ui: unknown,
  path: string,
  among: readonly DraftField[],
  problems: Problem[],
): void {
  if (!isObject(ui)) return;
  const widget = ui['ui:widget'];
  const parts = partsOf(field, widget);
  if (widget === 'bank-branch') {
    const options = isObject(ui['ui:options']) ? ui['ui:options'] : {};
    const at = pointer(pointer(path, 'ui:options'), 'bank');
    if (options['bank'] === undefined)
      problems.push(problem(path, 'missing-key', { key: 'ui:options/bank' }));
    else readTarget({ value: options['bank'], path: at }, among, problems);
  }
  if (ui['ui:fills'] === undefined) return;
  const at = pointer(path, 'ui:fills');
  if (!isObject(ui['ui:fills'])) {
    problems.push(problem(at, 'wrong-shape', { expected: 'object' }));
    return;
  }
  for (const [part, name] of Object.entries(ui['ui:fills'])) {
    const place = { value: name, path: pointer(at, part) };
    if (!(field.application ? isFact(part) : parts.includes(part)))
      problems.push(problem(place.path, 'unknown-part', { part, parts: parts.join(', ') }));
    readTarget(place, among, problems);
  }
}

/** A question that somebody can answer by hand as well. */
function readTarget({ value, path }: Located, among: readonly DraftField[], problems: Problem[]): void {
  if (typeof value !== 'string') {
    problems.push(problem(path, 'wrong-shape', { expected: 'text' }));
    return;
  }
  const target = among.find((field) => field.name === value);
  if (!target) {
    const suggestion = nearestName(
      value,
      among.map((field) => field.name),
    );
    problems.push(
      problem(
        path,
        'unknown-field',
        suggestion === undefined ? { name: value } : { name: value, suggestion },
      ),
    );
  } else if (
    target.compute !== null ||
    target.fromApplication ||
    !['text', 'choice'].includes(target.rules.kind)
  ) {
    problems.push(problem(path, 'cannot-be-filled', { name: value }));
  }
}

function partsOf(field: DraftField, widget: unknown): readonly string[] {
  if (field.rules.kind !== 'text' || field.compute !== null) return [];
  if (field.application) return [...APPLICATION_FACTS, 'answers.…'];
  const format = field.reading.schema['format'];
  if (format === 'postal-jp') return PARTS.postal;
  if (widget === 'bank') return PARTS.bank;
  if (widget === 'bank-branch') return PARTS.branch;
  return format === undefined && widget === undefined ? PARTS.name : [];
}
