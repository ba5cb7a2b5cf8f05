import { request } from './request.js';
import type { LogEntryDetail, LogPage, LogState } from './types.js';

/** What stands in the address of the screen; empty where it is not asked for. */
export type LogWanted = Readonly<Record<'who' | 'action' | 'number' | 'from' | 'to', string>>;

export function fetchLog(wanted: LogWanted, before: string | null): Promise<LogPage> {
  const given = Object.entries({ ...wanted, before: before ?? '' }).filter(([, value]) => value !== '');
  return request('GET', `/api/desk/log?${new URLSearchParams(given).toString()}`);
}

export const fetchLogState = (): Promise<LogState> => request('GET', '/api/desk/log/state');

export const checkLog = (): Promise<LogState> => request('POST', '/api/desk/log/check');

export const fetchLogEntry = (id: string): Promise<LogEntryDetail> =>
  request('GET', `/api/desk/log/${encodeURIComponent(id)}`);

export const logExportAddress = '/api/desk/log/export';
