/**
 * In the place of rjsf's search for what a `$ref` names, which reads and joins addresses of every scheme there is: a page
 * is one flat schema and names nothing elsewhere.
 *
 * @throws always, as rjsf's does for a name that it does not find.
 */
export default function findSchemaDefinition(name?: string): never {
  throw new Error(`Could not find a definition for ${name ?? ''}.`);
}

export const findSchemaDefinitionRecursive = findSchemaDefinition;

/** There are none to make absolute. */
export function makeAllReferencesAbsolute<Schema>(schema: Schema): Schema {
  return schema;
}

/** @returns the object without that key, and what stood there. */
export function splitKeyElementFromObject(
  key: string,
  object: Readonly<Record<string, unknown>>,
): readonly [rest: Readonly<Record<string, unknown>>, value: unknown] {
  const { [key]: value, ...rest } = object;
  return [rest, value];
}
