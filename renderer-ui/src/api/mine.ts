import { request } from './request.js';
import type { ApplicationList, DeskReadingList, NoticeList, ReadingList, WaitingView } from './types.js';

const at = encodeURIComponent;

export type Shown = 'all' | 'open' | 'closed';

export const fetchWaiting = (): Promise<WaitingView> => request('GET', '/api/waiting');

export const fetchOwnApplications = (
  show: Shown,
  text: string,
  cursor: string | null,
): Promise<ApplicationList> =>
  request(
    'GET',
    `/api/applications?show=${show}&q=${at(text)}${cursor === null ? '' : `&cursor=${at(cursor)}`}`,
  );

export const fetchNotices = (cursor: string | null): Promise<NoticeList> =>
  request('GET', `/api/notices${cursor === null ? '' : `?cursor=${at(cursor)}`}`);

export const fetchReadings = (id: string): Promise<ReadingList> =>
  request('GET', `/api/applications/${at(id)}/readings`);

export const fetchDeskReadings = (id: string): Promise<DeskReadingList> =>
  request('GET', `/api/desk/applications/${at(id)}/readings`);

/** A link carries no header: the language of the paper stands in its address. */
export const receiptAddress = (id: string, n: number, language: string): string =>
  `/api/applications/${at(id)}/receipt/pdf?n=${n}&language=${language}`;

export const answersAddress = (id: string, language: string): string =>
  `/api/applications/${at(id)}/answers/pdf?language=${language}`;
