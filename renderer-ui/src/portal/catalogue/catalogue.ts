import type { ProcedureListItem } from '../../api/types.js';
import { byClosing } from './catalogue-order.js';
import { nearestQuery, search, searchIndex, type SearchIndex } from '../../api/search.js';

export const SORTS = ['fit', 'closing', 'title', 'newest'] as const;
export type Sort = (typeof SORTS)[number];
export const STATES = ['open', 'before', 'closed'] as const;
export const NEEDS = ['no-account', 'signature', 'fee'] as const;
export const AUDIENCES = ['all', 'individual', 'business'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** What is looked for. Of the values of one group any may hold; all groups must. */
export interface CatalogueQuery {
  readonly words: string;
  readonly audience: Audience;
  readonly groups: Readonly<Record<Group, readonly string[]>>;
  readonly sort: Sort;
}

export const GROUPS = ['state', 'category', 'department', 'needs'] as const;
export type Group = (typeof GROUPS)[number];

export interface FilterValue {
  readonly value: string;
  /** How many would be found with this value, whatever else of its group is chosen. */
  readonly count: number;
  readonly chosen: boolean;
}

export interface CatalogueView {
  readonly found: readonly ProcedureListItem[];
  readonly filters: Readonly<Record<Group, readonly FilterValue[]>>;
}

const MEMBERS: Readonly<Record<Group, (item: ProcedureListItem) => readonly string[]>> = {
  state: ({ state }) => [state],
  category: ({ category }) => [category],
  department: ({ department }) => [department],
  needs: ({ signIn, fee }) => [
    ...(signIn === 'none' ? ['no-account'] : []),
    ...(signIn === 'signature' ? ['signature'] : []),
    ...(fee === null ? [] : ['fee']),
  ],
};
const FIXED: Readonly<Partial<Record<Group, readonly string[]>>> = { state: STATES, needs: NEEDS };

export function procedureIndex(procedures: readonly ProcedureListItem[]): SearchIndex<ProcedureListItem> {
  return searchIndex(procedures, ({ title, titleKana, searchWords, category, department, summary }) => ({
    title: titleKana === null ? [title] : [title, titleKana],
    words: searchWords,
    about: [category, department],
    text: [summary],
  }));
}

export function selectProcedures(
  index: SearchIndex<ProcedureListItem>,
  { words, audience, groups, sort }: CatalogueQuery,
): CatalogueView {
  const worded = search(index, words).filter(
    (item) => audience === 'all' || item.audience.includes(audience),
  );
  const holds = (item: ProcedureListItem, group: Group): boolean =>
    groups[group].length === 0 || MEMBERS[group](item).some((value) => groups[group].includes(value));
  const without = (left: Group | null) =>
    worded.filter((item) => GROUPS.every((group) => group === left || holds(item, group)));
  const valuesOf = (group: Group): readonly FilterValue[] => {
    const items = without(group);
    const there = items.flatMap(MEMBERS[group]);
    const values = FIXED[group] ?? [...new Set([...allOf(index, group), ...groups[group]])];
    return values
      .map((value) => ({
        value,
        count: there.filter((one) => one === value).length,
        chosen: groups[group].includes(value),
      }))
      .filter(({ count, chosen }) => chosen || count > 0);
  };
  return {
    found: sorted(without(null), sort),
    filters: {
      state: valuesOf('state'),
      category: valuesOf('category'),
      department: valuesOf('department'),
      needs: valuesOf('needs'),
    },
  };
}

/** For a search that finds nothing: what else to try. */
export function otherSearches(
  index: SearchIndex<ProcedureListItem>,
  { words }: CatalogueQuery,
): { readonly nearest: string | null; readonly byWordsAlone: number } {
  return {
    nearest: words.trim() === '' ? null : nearestQuery(index, words),
    byWordsAlone: words.trim() === '' ? 0 : search(index, words).length,
  };
}

function allOf(index: SearchIndex<ProcedureListItem>, group: Group): readonly string[] {
  return index.entries.flatMap(({ item }) => MEMBERS[group](item));
}

function sorted(found: readonly ProcedureListItem[], sort: Sort): readonly ProcedureListItem[] {
  if (sort === 'fit') return found;
  if (sort === 'title')
    return [...found].sort((a, b) => (a.titleKana ?? a.title).localeCompare(b.titleKana ?? b.title, 'ja'));
  if (sort === 'newest')
    return [...found].sort((a, b) => Date.parse(b.publishedAt) - Date.parse(a.publishedAt));
  return [...found].sort(byClosing);
}
