import { request } from './request.js';
import type { OperationsView } from './types.js';

export const fetchOperations = (): Promise<OperationsView> => request('GET', '/api/desk/operations');

const jobAt = (id: string): string => `/api/desk/operations/dead-jobs/${encodeURIComponent(id)}`;

export const runJobAgain = (id: string): Promise<OperationsView> => request('POST', `${jobAt(id)}/run-again`);

export const leaveJob = (id: string, reason: string): Promise<OperationsView> =>
  request('POST', `${jobAt(id)}/leave`, { reason });
