import type { AuthoredField } from '#engine';
import { isMembers, listOf, type Members } from '../workflow/draft-workflow.js';

export type Choices = readonly { readonly value: string; readonly title: string }[];

/** Choices as the author has written them, by the question they stand at. */
export function writtenChoices(outline: readonly AuthoredField[]): ReadonlyMap<string, Choices> {
  const all = (field: AuthoredField): readonly AuthoredField[] => [field, ...field.fields.flatMap(all)];
  return new Map(
    outline.flatMap(all).map(({ path, schema }): readonly [string, Choices] => [path, choicesIn(schema)]),
  );
}

/** Of a schema or of what its list holds. */
export function choicesIn(schema: Members): Choices {
  const { oneOf, items } = schema;
  return listOf(oneOf === undefined && isMembers(items) ? items['oneOf'] : oneOf)
    .filter(isMembers)
    .flatMap((one) =>
      typeof one['title'] === 'string' ? [{ value: String(one['const']), title: one['title'] }] : [],
    );
}
