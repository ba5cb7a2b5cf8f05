import { nearestName } from '../nearest-name.js';
import { type Problem, warning } from '../problem.js';
import type { Field, FieldKind, Form } from './procedure.js';

/** Ids of the procedures whose applications the answers of a form refer to. */
export function proceduresReferredTo(form: Form): readonly string[] {
  return [...new Set([...form.fields.values()].flatMap((field) => field.application?.procedures ?? []))];
}

/**
 * Whether what a form takes from other applications is there to be taken. All of them warnings: the other procedure may
 * change at any time, and what it does not say is not answered.
 *
 * @param others forms by procedure id, as far as they are at hand
 */
export function checkOtherForms(form: Form, others: ReadonlyMap<string, Form>): readonly Problem[] {
  return [...form.fields.values()].flatMap((field) => {
    if (!field.fromApplication) return [];
    const { question, fact } = field.fromApplication;
    if (!fact.startsWith('answers.')) return [];
    const name = fact.slice('answers.'.length);
    const place = `form.schema.json#/properties/${field.path.replaceAll('.', '/properties/')}/x-from-application/fact`;
    return (form.fields.get(question)?.application?.procedures ?? []).flatMap((procedure): Problem[] => {
      const other = others.get(procedure);
      if (!other) return [];
      const source = other.fields.get(name);
      if (source)
        return fits(field, source) ? [] : [warning(place, 'fact-of-other-kind', { procedure, name })];
      const suggestion = nearestName(name, [...other.fields.keys()]);
      return [
        warning(
          place,
          'fact-not-there',
          suggestion === undefined ? { procedure, name } : { procedure, name, suggestion },
        ),
      ];
    });
  });
}

const NUMBERS: readonly FieldKind[] = ['number', 'integer'];

/** Whatever is answered there can stand here. */
function fits(here: Field, there: Field): boolean {
  const sameKind = here.kind === there.kind || (here.kind === 'number' && NUMBERS.includes(there.kind));
  const values = new Set(here.options?.map(({ value }) => value));
  const length = (field: Field): number => Number(field.schema['maxLength'] ?? Infinity);
  return (
    sameKind &&
    (there.options ?? []).every(({ value }) => values.has(value)) &&
    (here.kind !== 'text' || length(there) <= length(here))
  );
}
