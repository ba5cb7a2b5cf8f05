import { request, sendBytes } from './request.js';
import type {
  AskRevocationRequest,
  DecideRevocationRequest,
  FileVerdict,
  NoticeProofs,
  ProvedNotice,
} from './types.js';

const at = encodeURIComponent;

export const fetchProved = (token: string): Promise<ProvedNotice> =>
  request('GET', `/api/verify/${at(token)}`);

export const verifyFile = (file: Blob): Promise<FileVerdict> =>
  sendBytes('/api/verify', file, undefined, 'POST');

export const fetchProofs = (applicationId: string): Promise<NoticeProofs> =>
  request('GET', `/api/desk/applications/${at(applicationId)}/proofs`);

export const askRevocation = (noticeId: string, wanted: AskRevocationRequest): Promise<void> =>
  request('POST', `/api/desk/notices/${at(noticeId)}/revocation`, wanted);

export const decideRevocation = (noticeId: string, decided: DecideRevocationRequest): Promise<void> =>
  request('POST', `/api/desk/notices/${at(noticeId)}/revocation/decision`, decided);
