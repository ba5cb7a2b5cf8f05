import { request } from './request.js';
import type { FormBundle, ProcedureList, ProcedureView } from './types.js';

const at = encodeURIComponent;

export const fetchProcedures = (): Promise<ProcedureList> => request('GET', '/api/procedures');

export const fetchProcedure = (id: string): Promise<ProcedureView> =>
  request('GET', `/api/procedures/${at(id)}`);

/** Immutable: the hash is the content. */
export const fetchFormBundle = (versionHash: string): Promise<FormBundle> =>
  request('GET', `/api/forms/${at(versionHash)}`);
