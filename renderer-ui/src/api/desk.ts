import { request } from './request.js';
import type {
  AbsenceList,
  AbsenceRequest,
  ColleagueList,
  DeskApplicationView,
  OpenedAnswerView,
  OverrideRequest,
  PreviewView,
  RelatedList,
  ListPlace,
  ListsView,
  QueueList,
  FollowingPage,
  QueuePage,
  SavedViewList,
  SubmissionSignatures,
  TakeActionRequest,
} from './types.js';

const at = encodeURIComponent;

export const fetchQueues = (): Promise<QueueList> => request('GET', '/api/desk/queues');

export const fetchQueuePage = (
  { queue, sort, only, columns = [] }: ListPlace,
  cursor: string | null,
): Promise<QueuePage> => {
  const wanted = pageParams({ queue, sort, only }, cursor);
  if (columns.length > 0) wanted.set('columns', columns.join(','));
  return request('GET', `/api/desk/applications?${wanted.toString()}`);
};

/** Which applications follow in a list, from its beginning or from a cursor on. */
export const fetchFollowing = (place: ListPlace, cursor: string | null): Promise<FollowingPage> =>
  request('GET', `/api/desk/applications/following?${pageParams(place, cursor).toString()}`);

function pageParams({ queue, sort, only }: ListPlace, cursor: string | null): URLSearchParams {
  const wanted = new URLSearchParams({ queue, sort });
  if (only.length > 0) wanted.set('only', only.join(','));
  if (cursor !== null) wanted.set('cursor', cursor);
  return wanted;
}

/** By number, or by parts of names, readings, telephone numbers and addresses. */
export const searchApplications = (text: string, cursor: string | null): Promise<QueuePage> =>
  request('GET', `/api/desk/search?q=${at(text)}${cursor === null ? '' : `&cursor=${at(cursor)}`}`);

/** What lists can show, sort by and find, by procedure. */
export const fetchLists = (): Promise<ListsView> => request('GET', '/api/desk/lists');

export const fetchSavedViews = (): Promise<SavedViewList> => request('GET', '/api/desk/views');

export const saveView = (title: string, place: ListPlace): Promise<SavedViewList> =>
  request('POST', '/api/desk/views', { title, place });

export const removeView = (id: string): Promise<SavedViewList> =>
  request('DELETE', `/api/desk/views/${at(id)}`);

export const fetchDeskApplication = (id: string): Promise<DeskApplicationView> =>
  request('GET', `/api/desk/applications/${at(id)}`);

/** One masked answer; the server records that it was opened. */
export const openAnswer = (id: string, path: string): Promise<OpenedAnswerView> =>
  request('POST', `/api/desk/applications/${at(id)}/open`, { path });

export const fetchSignatures = (id: string): Promise<SubmissionSignatures> =>
  request('GET', `/api/desk/applications/${at(id)}/signatures`);

export const signaturePartAddress = (
  id: string,
  n: number,
  part: 'content' | 'signature' | 'certificate',
): string => `/api/desk/applications/${at(id)}/signatures/${n}/${part}`;

export const takeAction = (
  id: string,
  action: string,
  body: TakeActionRequest,
): Promise<DeskApplicationView> =>
  request('POST', `/api/desk/applications/${at(id)}/actions/${at(action)}`, body);

/** Sets a computed answer to another value; null puts it back. */
export const overrideComputed = (id: string, body: OverrideRequest): Promise<DeskApplicationView> =>
  request('POST', `/api/desk/applications/${at(id)}/overrides`, body);

/** A supervisor's reason for a second correction of the same answers. */
export const permitCorrection = (id: string, reason: string): Promise<DeskApplicationView> =>
  request('POST', `/api/desk/applications/${at(id)}/correction-permission`, { reason });

export const fetchRelated = (id: string): Promise<RelatedList> =>
  request('GET', `/api/desk/applications/${at(id)}/related`);

/** What the applicant would receive; nothing is recorded. */
export const previewAction = (id: string, action: string, body: TakeActionRequest): Promise<PreviewView> =>
  request('POST', `/api/desk/applications/${at(id)}/actions/${at(action)}/preview`, body);

/** `'me'` claims it, null puts it back into the team's queue. */
export const assignApplication = (
  id: string,
  assigneeId: string | null,
  note = '',
): Promise<DeskApplicationView> =>
  request('POST', `/api/desk/applications/${at(id)}/assign`, {
    assigneeId,
    ...(note === '' ? {} : { note }),
  });

export const fetchColleagues = (id: string): Promise<ColleagueList> =>
  request('GET', `/api/desk/applications/${at(id)}/colleagues`);

export const holdApplication = (
  id: string,
  lock: number,
  reason: string,
  reviewOn: string,
): Promise<DeskApplicationView> =>
  request('POST', `/api/desk/applications/${at(id)}/hold`, { lock, reason, reviewOn });

export const releaseApplication = (id: string, lock: number): Promise<DeskApplicationView> =>
  request('POST', `/api/desk/applications/${at(id)}/release`, { lock });

export const fetchAbsences = (): Promise<AbsenceList> => request('GET', '/api/desk/absences');

export const setAbsence = (absence: AbsenceRequest): Promise<AbsenceList> =>
  request('POST', '/api/desk/absences', absence);

export const endAbsence = (id: string): Promise<AbsenceList> =>
  request('DELETE', `/api/desk/absences/${at(id)}`);
