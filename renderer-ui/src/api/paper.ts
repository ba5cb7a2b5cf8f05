import { request, upload } from './request.js';
import type {
  AttachmentView,
  BeginPaperRequest,
  BegunPaper,
  DeskFileView,
  DeskPlaces,
  HandOutLettersRequest,
  LetterList,
  PaperArrivalRequest,
  PaperCheckView,
  PaperDesk,
  PaperDraftView,
  PaperTrail,
  Receipt,
  SavedDraft,
  SaveDraftRequest,
  SettleCheckRequest,
  SubmitPaperRequest,
  TypedAgainRequest,
} from './types.js';

const at = (id: string): string => `/api/desk/paper/${encodeURIComponent(id)}`;
const ofCase = (id: string): string => `/api/desk/applications/${encodeURIComponent(id)}`;

export const fetchDeskPlaces = (): Promise<DeskPlaces> => request('GET', '/api/desk/places');

export const fetchPaperDesk = (): Promise<PaperDesk> => request('GET', '/api/desk/paper');

export const beginPaper = (body: BeginPaperRequest): Promise<BegunPaper> =>
  request('POST', '/api/desk/paper', body);

export const fetchPaper = (id: string): Promise<PaperDraftView> => request('GET', at(id));

export const savePaper = (id: string, body: SaveDraftRequest): Promise<SavedDraft> =>
  request('PUT', at(id), body);

export const changeArrival = (id: string, body: PaperArrivalRequest): Promise<PaperDraftView> =>
  request('PUT', `${at(id)}/arrival`, body);

export const discardPaper = (id: string): Promise<void> => request('DELETE', at(id));

export const attachToPaper = (
  id: string,
  field: string,
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<AttachmentView> =>
  upload(`${at(id)}/attachments?field=${encodeURIComponent(field)}`, file, onProgress, signal);

export const takeFromPaper = (id: string, attachmentId: string): Promise<void> =>
  request('DELETE', `${at(id)}/attachments/${encodeURIComponent(attachmentId)}`);

export const addScan = (id: string, file: File, signal: AbortSignal): Promise<DeskFileView> =>
  upload(`${at(id)}/scans`, file, () => undefined, signal);

export const removeScan = (id: string, fileId: string): Promise<void> =>
  request('DELETE', `${at(id)}/scans/${encodeURIComponent(fileId)}`);

/** What a second official keys in, and how far that is. */
export const fetchSecondEntry = (id: string): Promise<PaperCheckView> => request('GET', `${at(id)}/check`);

export const askSecondEntry = (id: string): Promise<PaperCheckView> => request('POST', `${at(id)}/check`);

export const typeAgain = (id: string, body: TypedAgainRequest): Promise<PaperCheckView> =>
  request('PUT', `${at(id)}/check/typed`, body);

export const settleSecondEntry = (id: string, body: SettleCheckRequest): Promise<PaperCheckView> =>
  request('PUT', `${at(id)}/check/settled`, body);

export const submitPaper = (id: string, body: SubmitPaperRequest): Promise<Receipt> =>
  request('POST', `${at(id)}/submit`, body);

export const deskFileAddress = (id: string): string =>
  `/api/desk/files/${encodeURIComponent(id)}/content?inline=1`;

export const fetchPaperTrail = (applicationId: string): Promise<PaperTrail> =>
  request('GET', `${ofCase(applicationId)}/paper`);

export const openPaperCorrection = (applicationId: string): Promise<BegunPaper> =>
  request('POST', `${ofCase(applicationId)}/paper-correction`);

export const withdrawOnPaper = (applicationId: string, reason: string): Promise<PaperTrail> =>
  request('POST', `${ofCase(applicationId)}/paper-withdrawal`, { reason });

export const fetchLetters = (show: 'waiting' | 'gone'): Promise<LetterList> =>
  request('GET', `/api/desk/letters?show=${show}`);

export const letterAddress = (noticeId: string): string =>
  `/api/desk/letters/${encodeURIComponent(noticeId)}/pdf`;

export const handOutLetters = (body: HandOutLettersRequest): Promise<LetterList> =>
  request('POST', '/api/desk/letters/hand-out', body);
