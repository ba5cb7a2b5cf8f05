import { request, upload } from './request.js';
import type { SigningView, SubmissionSignatures } from './types.js';

const of = (draftId: string): string => `/api/drafts/${encodeURIComponent(draftId)}/signature`;

export const fetchSigning = (draftId: string): Promise<SigningView> => request('GET', of(draftId));

export const prepareSignature = (draftId: string, revision: number): Promise<SigningView> =>
  request('POST', of(draftId), { revision });

export const signForTest = (draftId: string): Promise<SigningView> => request('POST', `${of(draftId)}/test`);

export const sendSignatureFile = (draftId: string, file: File): Promise<SigningView> =>
  upload(`${of(draftId)}/file`, file, () => undefined, new AbortController().signal);

export const signedContentAddress = (draftId: string): string => `${of(draftId)}/content`;

const ofApplication = (id: string): string => `/api/applications/${encodeURIComponent(id)}/signatures`;

/** Of an own application. */
export const fetchOwnSignatures = (applicationId: string): Promise<SubmissionSignatures> =>
  request('GET', ofApplication(applicationId));

export const ownSignaturePartAddress = (
  applicationId: string,
  n: number,
  part: 'content' | 'signature' | 'certificate',
): string => `${ofApplication(applicationId)}/${n}/${part}`;
