import { request } from './request.js';
import type { SessionView, SiteView } from './types.js';

export const fetchSite = (): Promise<SiteView> => request('GET', '/api/site');

export const fetchSession = (): Promise<SessionView> => request('GET', '/api/session');

export const signInApplicant = (mail: string, password: string): Promise<SessionView> =>
  request('POST', '/api/session/applicant', { mail, password });

export const signInStaff = (login: string, password: string): Promise<SessionView> =>
  request('POST', '/api/session/staff', { login, password });

/** The second step of an official: a one-time code, or a recovery code. */
export const proveStaffCode = (code: string): Promise<SessionView> =>
  request('POST', '/api/session/staff/code', { code });

export const wearHat = (hatId: string): Promise<SessionView> =>
  request('POST', '/api/session/hat', { hatId });

export const actFor = (mandateId: string): Promise<SessionView> =>
  request('POST', '/api/session/mandate', { mandateId });

export const signOut = (): Promise<void> => request('DELETE', '/api/session');
