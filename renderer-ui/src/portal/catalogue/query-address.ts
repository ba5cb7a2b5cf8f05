import { AUDIENCES, type CatalogueQuery, type Group, GROUPS, SORTS } from './catalogue.js';

/** Names of the groups in the address of the list. */
const PARAMS: Readonly<Record<Group, string>> = {
  state: 'state',
  category: 'category',
  department: 'office',
  needs: 'needs',
};

/** The list as its address says it: `/procedures?q=…&for=business&state=open&sort=title`. What is unknown is passed over. */
export function readQuery(params: URLSearchParams): CatalogueQuery {
  const words = params.get('q') ?? '';
  return {
    words,
    audience: AUDIENCES.find((each) => each === params.get('for')) ?? 'all',
    groups: {
      state: params.getAll(PARAMS.state),
      category: params.getAll(PARAMS.category),
      department: params.getAll(PARAMS.department),
      needs: params.getAll(PARAMS.needs),
    },
    sort: SORTS.find((each) => each === params.get('sort')) ?? (words.trim() === '' ? 'closing' : 'fit'),
  };
}

export function writeQuery({ words, audience, groups, sort }: CatalogueQuery): URLSearchParams {
  const usual = words.trim() === '' ? 'closing' : 'fit';
  return new URLSearchParams([
    ...(words.trim() === '' ? [] : [['q', words]]),
    ...(audience === 'all' ? [] : [['for', audience]]),
    ...GROUPS.flatMap((group) => groups[group].map((value) => [PARAMS[group], value])),
    // Without words nothing fits better than anything else.
    ...(sort === usual || (sort === 'fit' && usual === 'closing') ? [] : [['sort', sort]]),
  ]);
}

export const NO_GROUPS: CatalogueQuery['groups'] = { state: [], category: [], department: [], needs: [] };
