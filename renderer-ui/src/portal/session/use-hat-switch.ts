import { useQueryClient } from '../../api/query/index.js';
import { keys } from '../../api/queries.js';
import { actFor, wearHat } from '../../api/session.js';
import { useLocation, useNavigate } from '../../router/index.js';
import { usePortalTexts } from '../../texts/index.js';
import { useAnnounce } from '../../ui/index.js';
import type { Hat } from './use-applicant.js';

/** Screens of one draft or application: the other hat has none of it. */
const personal = /^\/(?:drafts|applications)\/./;

/** Goes on as somebody else of the same account, on the same page where that page is there for both. */
export function useHatSwitch(): (hat: Hat) => Promise<void> {
  const texts = usePortalTexts().hat;
  const queries = useQueryClient();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const { pathname } = useLocation();
  return async (hat) => {
    queries.setQueryData(keys.session, await wearHat(hat.id));
    if (personal.test(pathname)) await navigate('/applications');
    // What was fetched belongs to the hat before.
    queries.removeQueries({ predicate: ({ queryKey }) => isOwn(queryKey) && queryKey.length > 1 });
    await queries.invalidateQueries({ predicate: ({ queryKey }) => isOwn(queryKey) });
    announce(texts.switched(texts.kinds[hat.as], hat.name));
  };
}

/** Goes on for somebody who entrusted something to the account, on the page of what that is. */
export function useActFor(): (mandateId: string) => Promise<void> {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return async (mandateId) => {
    const session = await actFor(mandateId);
    await navigate('/applications');
    queries.setQueryData(keys.session, session);
    queries.removeQueries({ predicate: ({ queryKey }) => isOwn(queryKey) && queryKey.length > 1 });
    await queries.invalidateQueries({ predicate: ({ queryKey }) => isOwn(queryKey) });
  };
}

function isOwn([area]: readonly unknown[]): boolean {
  return area !== keys.session[0] && area !== keys.site[0] && area !== keys.procedures[0];
}
