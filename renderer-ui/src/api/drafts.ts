import { request, upload } from './request.js';
import type {
  AttachmentView,
  DraftList,
  DraftView,
  Receipt,
  SavedDraft,
  SaveDraftRequest,
  SubmitDraftRequest,
} from './types.js';

const at = encodeURIComponent;

/** @param another a further draft beside the one that is open; without it that one is given */
export const startDraft = (procedureId: string, another = false): Promise<DraftView> =>
  request('POST', '/api/drafts', { procedureId, another });

export const fetchDrafts = (): Promise<DraftList> => request('GET', '/api/drafts');

export const fetchDraft = (id: string): Promise<DraftView> => request('GET', `/api/drafts/${at(id)}`);

export const saveDraft = (id: string, body: SaveDraftRequest): Promise<SavedDraft> =>
  request('PUT', `/api/drafts/${at(id)}`, body);

export const deleteDraft = (id: string): Promise<void> => request('DELETE', `/api/drafts/${at(id)}`);

/** Safe to repeat: the same draft answers with the same receipt. */
export const submitDraft = (id: string, body: SubmitDraftRequest): Promise<Receipt> =>
  request('POST', `/api/drafts/${at(id)}/submit`, body);

export const uploadAttachment = (
  draftId: string,
  field: string,
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<AttachmentView> =>
  upload(`/api/drafts/${at(draftId)}/attachments?field=${at(field)}`, file, onProgress, signal);

export const deleteAttachment = (draftId: string, attachmentId: string): Promise<void> =>
  request('DELETE', `/api/drafts/${at(draftId)}/attachments/${at(attachmentId)}`);
