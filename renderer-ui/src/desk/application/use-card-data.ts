import { keepPreviousData, useQuery } from '../../api/query/index.js';
import type { QueryKey } from '../../api/query/query-client.js';

/**
 * What a card of a case shows, fetched anew with each change of the case. Until that is here the card stays as it was:
 * nothing below it moves under a press, and a dialog that was opened from it does not close.
 *
 * @param key ends with the `lock` of the case
 */
export const useCardData = <T>(key: QueryKey, fetch: () => Promise<T>): T | undefined =>
  useQuery({ queryKey: key, queryFn: fetch, placeholderData: keepPreviousData }).data;
