import { request, upload } from './request.js';
import type {
  CaseVisits,
  DeskFileView,
  FindingRequest,
  PlanVisitRequest,
  ProposeVisitRequest,
  RouteList,
  VisitView,
} from './types.js';

const at = (id: string): string => `/api/desk/visits/${encodeURIComponent(id)}`;
const ofCase = (id: string): string => `/api/desk/applications/${encodeURIComponent(id)}`;

export const fetchRoute = (on: string, whose: 'mine' | 'all'): Promise<RouteList> =>
  request('GET', `/api/desk/visits?on=${on}&whose=${whose}`);

export const orderVisits = (visits: readonly string[]): Promise<void> =>
  request('POST', '/api/desk/visits/order', { visits });

export const fetchVisit = (id: string): Promise<VisitView> => request('GET', at(id));

export const recordFinding = (id: string, finding: FindingRequest): Promise<VisitView> =>
  request('PUT', `${at(id)}/findings`, finding);

/** Safe to repeat: the same key is the same photograph. */
export const addPhoto = (
  id: string,
  item: string,
  key: string,
  photo: File,
  signal: AbortSignal,
): Promise<DeskFileView> =>
  upload(`${at(id)}/photos?item=${encodeURIComponent(item)}&file=${key}`, photo, () => undefined, signal);

export const removePhoto = (id: string, fileId: string): Promise<void> =>
  request('DELETE', `${at(id)}/photos/${encodeURIComponent(fileId)}`);

export const finishVisit = (id: string): Promise<VisitView> => request('POST', `${at(id)}/finish`);

export const cancelVisit = (id: string, tell: boolean): Promise<VisitView> =>
  request('POST', `${at(id)}/cancel`, { tell });

export const fetchCaseVisits = (applicationId: string): Promise<CaseVisits> =>
  request('GET', `${ofCase(applicationId)}/visits`);

export const planVisit = (applicationId: string, body: PlanVisitRequest): Promise<CaseVisits> =>
  request('PUT', `${ofCase(applicationId)}/visit`, body);

export const proposeVisit = (applicationId: string, body: ProposeVisitRequest): Promise<CaseVisits> =>
  request('POST', `${ofCase(applicationId)}/visit-proposal`, body);
