import type { AuthoredField } from '#engine';

export type Choices = readonly { readonly value: string; readonly title: string }[];

/** Choices as the author has written them, by the question they stand at. */
export function writtenChoices(outline: readonly AuthoredField[]): ReadonlyMap<string, Choices> {
  const all = (field: AuthoredField): readonly AuthoredField[] => [field, ...field.fields.flatMap(all)];
  return new Map(
    outline.flatMap(all).map(({ path, schema }): readonly [string, Choices] => [path, choicesIn(schema)]),
  );
}

/** Of a schema or of what its list holds. */
export function choicesIn(schema: Readonly<Record<string, unknown>>): Choices {
  const { items } = schema;
  const listed = listIn(schema) ?? (isMembers(items) ? listIn(items) : undefined) ?? [];
  return listed.flatMap((one) =>
    isMembers(one) && typeof one['title'] === 'string'
      ? [{ value: String(one['const']), title: one['title'] }]
      : [],
  );
}

function listIn({ oneOf }: Readonly<Record<string, unknown>>): readonly unknown[] | undefined {
  return Array.isArray(oneOf) ? (oneOf as readonly unknown[]) : undefined;
}

function isMembers(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
