import { request } from './request.js';
import type { ChooseVisitRequest, OwnVisits } from './types.js';

const at = (applicationId: string): string => `/api/applications/${encodeURIComponent(applicationId)}`;

export const fetchOwnVisits = (applicationId: string): Promise<OwnVisits> =>
  request('GET', `${at(applicationId)}/visits`);

export const chooseVisit = (applicationId: string, choice: ChooseVisitRequest): Promise<OwnVisits> =>
  request('POST', `${at(applicationId)}/visit-choice`, choice);

export const calendarAddress = (applicationId: string): string => `${at(applicationId)}/visit/calendar`;
