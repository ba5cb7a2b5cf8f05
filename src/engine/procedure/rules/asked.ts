import type { Expression } from '../../expression/index.js';
import { canAllBeTrue, implies } from '../../logic/can-all-be-true.js';
import { type Problem, problem, warning } from '../../problem.js';
import { pointer } from '../../workflow/object-reader.js';
import type { Form } from '../procedure.js';
import { type Question, questionsOf } from './questions.js';
import type { Folder } from './rule.js';

type Condition = Pick<Expression, 'source'>;

/**
 * A question that no answers lead to, a condition that says nothing, one that looks ahead. What stands in tables is
 * taken for unknown: data may change without the form.
 */
export function checkAsked({ form, places }: Folder): readonly Problem[] {
  if (!form) return [];
  const pages = form.pages.flatMap((page) =>
    checkCondition(form, page.title, placeOf(places, page.name), page.askWhen, []),
  );
  const fields = questionsOf(form).flatMap((question) => {
    const { field, page, within } = question;
    const place = placeOf(places, field.path);
    const around = [page, ...within].flatMap((one) => one.askWhen ?? []);
    return [
      ...checkCondition(form, field.title, place, field.askWhen, around),
      ...looksAhead(form, question, place),
    ];
  });
  return [...pages, ...fields];
}

function placeOf(places: Folder['places'], path: string): string {
  return pointer(places.get(path) ?? '', 'x-askWhen');
}

function checkCondition(
  form: Form,
  title: string,
  place: string,
  own: Expression | null,
  around: readonly Condition[],
): readonly Problem[] {
  if (!own) return [];
  const known = { scope: form.scope };
  if (!canAllBeTrue([...around, own], known)) {
    const alone = around.length > 0 && canAllBeTrue([own], known);
    return [problem(place, alone ? 'never-asked-there' : 'never-asked', { title })];
  }
  // Around it may stand the same condition; it is the needless one that is meant here.
  return implies([], own, known) ? [warning(place, 'always-asked', { title })] : [];
}

/** An answer further on would bring up, or take away, a question on a page that is already behind. */
function looksAhead(form: Form, { field, page }: Question, place: string): readonly Problem[] {
  const later = new Set(form.pages.slice(form.pages.indexOf(page) + 1).map((one) => one.name));
  const ahead = (field.askWhen?.reads ?? [])
    .filter((read) => later.has(read.split('.')[0] ?? ''))
    .map((read) => form.fields.get(read))
    .find((read) => read && !read.compute && read.fields.length === 0);
  return ahead ? [warning(place, 'asked-by-later-answer', { title: field.title, later: ahead.title })] : [];
}
