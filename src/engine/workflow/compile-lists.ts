import type { Problem } from '../problem.js';
import { ObjectReader } from './object-reader.js';
import type { ListRules, SavedList } from './workflow.js';

/** More columns would make every application dearer to keep, and no list readable. */
const MOST_FIELDS = 12;

/**
 * Reads `lists` of workflow.json.
 *
 * @param listable paths of what a list can show; left out, any may be named
 */
export function compileLists(
  root: ObjectReader,
  listable: readonly string[] | undefined,
  problems: Problem[],
): ListRules {
  if (!root.has('lists')) return { fields: [], shown: [], saved: [] };
  const { value, path } = root.at('lists');
  const reader = new ObjectReader(value, path, problems, ['fields', 'shown', 'saved']);
  const fields = reader.texts('fields');
  if (fields.length > MOST_FIELDS)
    reader.report(reader.at('fields').path, 'too-many-listed', { count: fields.length, most: MOST_FIELDS });
  fields.forEach((name, index) => {
    if (listable && !listable.includes(name))
      reader.report(`${reader.at('fields').path}/${index}`, 'not-listable', { name });
  });
  const known = (name: string, at: string): string => {
    if (!fields.includes(name)) reader.report(at, 'not-listed', { name });
    return name;
  };
  const named = (owner: ObjectReader, key: string): readonly string[] =>
    owner.texts(key).map((name, index) => known(name, `${owner.at(key).path}/${index}`));
  return {
    fields,
    shown: named(reader, 'shown'),
    saved: reader.list('saved').map(({ value: saved, path: at }): SavedList => {
      const one = new ObjectReader(saved, at, problems, ['title', 'stage', 'sort', 'down', 'columns']);
      for (const key of ['title', 'stage']) if (!one.has(key)) one.missing(key);
      const sort = one.optionalText('sort');
      return {
        title: one.text('title'),
        stage: one.text('stage'),
        sort: sort === null ? null : known(sort, one.at('sort').path),
        down: one.flag('down'),
        columns: named(one, 'columns'),
      };
    }),
  };
}
