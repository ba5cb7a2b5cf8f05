import { useQuery } from '../../api/query/index.js';
import { fetchDeskApplication } from '../../api/desk.js';
import type { DeskApplicationView, NoticeView } from '../../api/types.js';
import { deskKeys } from '../desk-queries.js';

const EVERY_MS = 3_000;
/** A notice that is not there after this many looks is late for a reason that looking does not cure. */
const LOOKS = 20;

/**
 * Notices are made after the action that orders them. While one is being made the application is asked for again, and
 * its notices alone are taken over: what the official is judging must not change under their eyes.
 */
export function useFreshNotices(application: DeskApplicationView): readonly NoticeView[] {
  const { id, lock, notices } = application;
  const fresh = useQuery({
    queryKey: [...deskKeys.application(id), 'notices', lock],
    queryFn: () => fetchDeskApplication(id),
    enabled: isBeingMade(notices),
    refetchInterval: ({ state }) =>
      state.dataUpdateCount < LOOKS && isBeingMade(state.data?.notices ?? notices) ? EVERY_MS : false,
  });
  return fresh.data?.lock === lock ? fresh.data.notices : notices;
}

function isBeingMade(notices: readonly NoticeView[]): boolean {
  return notices.some((notice) => notice.state === 'queued');
}
