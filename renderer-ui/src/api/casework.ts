import { request } from './request.js';
import type { AnnotateRequest, CaseworkView, NoteRequest } from './types.js';

const of = (id: string): string => `/api/desk/applications/${encodeURIComponent(id)}`;

/** A sign of life; the answer tells what colleagues do there. */
export const keepPresence = (id: string, writing: boolean): Promise<CaseworkView> =>
  request('POST', `${of(id)}/presence`, { writing });

export const leaveCase = (id: string): Promise<void> => request('DELETE', `${of(id)}/presence`);

export const annotate = (id: string, annotation: AnnotateRequest): Promise<CaseworkView> =>
  request('PUT', `${of(id)}/annotations`, annotation);

export const writeNote = (id: string, note: NoteRequest): Promise<CaseworkView> =>
  request('POST', `${of(id)}/notes`, note);
