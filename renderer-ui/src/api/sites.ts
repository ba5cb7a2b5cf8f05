import { useQuery } from './query/index.js';
import { request } from './request.js';
import type { SavedSiteView, SiteEntry, SiteList } from './types.js';

const at = (id: string): string => `/api/saved-sites/${encodeURIComponent(id)}`;

export const siteKeys = { sites: ['saved-sites'] } as const;

export const useSites = (enabled: boolean) =>
  useQuery({
    queryKey: siteKeys.sites,
    queryFn: (): Promise<SiteList> => request('GET', '/api/saved-sites'),
    enabled,
  });

/** @param id the site to change; null adds one */
export const saveSite = (id: string | null, entry: SiteEntry): Promise<SavedSiteView> =>
  id === null ? request('POST', '/api/saved-sites', entry) : request('PUT', at(id), entry);

export const removeSite = (id: string): Promise<void> => request('DELETE', at(id));
