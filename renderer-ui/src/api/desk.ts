import { request } from './request.js';
import type {
  AbsenceList,
  AbsenceRequest,
  DeskApplicationView,
  OpenedAnswerView,
  QueueList,
  QueuePage,
  SubmissionSignatures,
  TakeActionRequest,
} from './types.js';

const at = encodeURIComponent;

export const fetchQueues = (): Promise<QueueList> => request('GET', '/api/desk/queues');

export const fetchQueuePage = (queue: string, cursor: string | null): Promise<QueuePage> =>
  request(
    'GET',
    `/api/desk/applications?queue=${at(queue)}${cursor === null ? '' : `&cursor=${at(cursor)}`}`,
  );

/** By number, name or subject. */
export const searchApplications = (text: string): Promise<QueuePage> =>
  request('GET', `/api/desk/search?q=${at(text)}`);

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

/** `'me'` claims it, null puts it back into the team's queue. */
export const assignApplication = (id: string, assigneeId: string | null): Promise<DeskApplicationView> =>
  request('POST', `/api/desk/applications/${at(id)}/assign`, { assigneeId });

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
