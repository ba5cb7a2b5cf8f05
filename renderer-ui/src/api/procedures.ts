import { request } from './request.js';
import type { FormBundle, ProcedureList, ProcedureView } from './types.js';

const at = encodeURIComponent;

export const fetchProcedures = (): Promise<ProcedureList> => request('GET', '/api/procedures');

export const fetchProcedure = (id: string): Promise<ProcedureView> =>
  request('GET', `/api/procedures/${at(id)}`);

/** Immutable: the hash is the content. `format` is what this browser's engine reads. */
export const fetchFormBundle = (versionHash: string, format: number): Promise<FormBundle> =>
  request('GET', `/api/forms/${at(versionHash)}/${format}`);
