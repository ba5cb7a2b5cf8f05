import { useSite } from '../../api/queries.js';

/** The name of the site, for titles. */
export function useSiteName(): string {
  return useSite().data?.name ?? '';
}
