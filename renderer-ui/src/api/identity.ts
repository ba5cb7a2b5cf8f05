import { useQuery } from './query/index.js';
import { request } from './request.js';
import type { IdentityArrivalView, IdentityProviderList, OwnIdentities, ProfileEntry } from './types.js';

const at = encodeURIComponent;

export const identityKeys = {
  providers: ['identity', 'providers'],
  arrival: ['identity', 'arrival'],
  own: ['identity', 'own'],
} as const;

export const useIdentityProviders = () =>
  useQuery({
    queryKey: identityKeys.providers,
    queryFn: () => request<IdentityProviderList>('GET', '/api/identity/providers'),
    staleTime: Infinity,
  });

/** Whom a provider sent to this browser and who has no account yet. */
export const useIdentityArrival = () =>
  useQuery({
    queryKey: identityKeys.arrival,
    queryFn: () => request<IdentityArrivalView>('GET', '/api/identity/arrival'),
  });

export const useOwnIdentities = (enabled: boolean) =>
  useQuery({
    queryKey: identityKeys.own,
    queryFn: () => request<OwnIdentities>('GET', '/api/identities'),
    enabled,
  });

/** Gives the address of the provider's page, which the browser is to go to. */
export const beginIdentity = (
  provider: string,
  way: 'sign-in' | 'link',
  next: string,
): Promise<{ readonly url: string }> => request('POST', `/api/identity/${at(provider)}/${way}`, { next });

export const linkArrival = (): Promise<void> => request('POST', '/api/identity/arrival/link');

/** Refused with everything that is wrong; makes nothing of it. */
export const judgeArrival = (entry: ProfileEntry): Promise<void> =>
  request('POST', '/api/identity/arrival/judge', entry);

export const completeArrival = (entry: ProfileEntry): Promise<void> =>
  request('POST', '/api/identity/arrival/complete', entry);

export const unlinkIdentity = (id: string): Promise<void> => request('DELETE', `/api/identities/${at(id)}`);
