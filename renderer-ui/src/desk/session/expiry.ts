import type { QueryClient } from '../../api/query/index.js';
import { keys } from '../../api/queries.js';
import { isRefused } from '../../api/request.js';

const EXPIRED = 'tetsuzuki.desk.expired';

/** An answer "sign in first" to any question shows the sign-in in place; the address and what was typed stay. */
export function watchForExpiry(client: QueryClient): void {
  client.onFailure((error) => {
    if (isRefused(error, 'sign-in-required')) markExpired(client);
  });
}

function markExpired(client: QueryClient): void {
  sessionStorage.setItem(EXPIRED, 'yes');
  client.setQueryData(keys.session, { subject: null });
}

export function hasExpired(): boolean {
  return sessionStorage.getItem(EXPIRED) !== null;
}

export function forgetExpiry(): void {
  sessionStorage.removeItem(EXPIRED);
}
