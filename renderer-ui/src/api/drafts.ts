import { leaveBrought } from './brought.js';
import { request, sendBytes } from './request.js';
import type {
  AttachmentView,
  BeginUploadRequest,
  CarriedAnswers,
  CarryRequest,
  DraftList,
  DraftView,
  OnceCheck,
  Receipt,
  SavedDraft,
  SaveDraftRequest,
  SubmitDraftRequest,
  UploadView,
} from './types.js';

const at = encodeURIComponent;

/** What a draft begins with. */
export interface StartWishes {
  /** The saved site it is for; null for one that is not saved, undefined for the one last used. */
  readonly siteId?: string | null;
  readonly fromApplicationId?: string | undefined;
}

/** @param another a further draft beside the one that is open; without it that one is given */
export const startDraft = (
  procedureId: string,
  another = false,
  wishes: StartWishes = {},
): Promise<DraftView> => request('POST', '/api/drafts', { procedureId, another, ...wishes });

export const fetchDrafts = (): Promise<DraftList> => request('GET', '/api/drafts');

export const fetchDraft = (id: string): Promise<DraftView> => request('GET', `/api/drafts/${at(id)}`);

/** From now on the draft is asked for, and not taken from the page that brought it. */
export const leaveBroughtDraft = (id: string): void => leaveBrought(`/api/drafts/${at(id)}`);

export const saveDraft = (id: string, body: SaveDraftRequest): Promise<SavedDraft> =>
  request('PUT', `/api/drafts/${at(id)}`, body);

export const deleteDraft = (id: string): Promise<void> => request('DELETE', `/api/drafts/${at(id)}`);

export const moveDraft = (id: string, revision: number): Promise<DraftView> =>
  request('POST', `/api/drafts/${at(id)}/move`, { revision });

export const carryAnswers = (id: string, body: CarryRequest): Promise<CarriedAnswers> =>
  request('POST', `/api/drafts/${at(id)}/carry`, body);

export const checkOnce = (id: string, answers: SaveDraftRequest['answers']): Promise<OnceCheck> =>
  request('POST', `/api/drafts/${at(id)}/once-check`, { answers });

/** Safe to repeat: the same draft answers with the same receipt. */
export const submitDraft = (id: string, body: SubmitDraftRequest): Promise<Receipt> =>
  request('POST', `/api/drafts/${at(id)}/submit`, body);

/** Safe to repeat: tells how far the upload has come. */
export const beginUpload = (
  draftId: string,
  body: BeginUploadRequest,
  signal: AbortSignal,
): Promise<UploadView> => request('POST', `/api/drafts/${at(draftId)}/uploads`, body, signal);

export const sendPiece = (
  id: string,
  offset: number,
  piece: Blob,
  signal: AbortSignal,
): Promise<UploadView> => sendBytes(`/api/uploads/${at(id)}/content?offset=${offset}`, piece, signal);

/** Safe to repeat: gives the same attachment. */
export const finishUpload = (id: string, signal: AbortSignal): Promise<AttachmentView> =>
  request('POST', `/api/uploads/${at(id)}/finish`, undefined, signal);

export const cancelUpload = (id: string): Promise<void> => request('DELETE', `/api/uploads/${at(id)}`);

export const deleteAttachment = (draftId: string, attachmentId: string): Promise<void> =>
  request('DELETE', `/api/drafts/${at(draftId)}/attachments/${at(attachmentId)}`);
