import type { QueryClient } from '../../../renderer-ui/src/api/query/index.js';
import { procedureKeys } from './procedures.js';

/** What names procedures and says what changes; a draft in hand has its own words and stays. */
const keys = [
  procedureKeys.list,
  ...['publications', 'draft-publications', 'comparison', 'impact', 'versions', 'changes'].map((name) => [
    'builder',
    name,
  ]),
];

/** After another language was chosen: the server says it again in that. */
export async function forgetNames(client: QueryClient): Promise<void> {
  await Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey })));
}
