import { request } from './request.js';
import type { ApplicantApplicationView, ApplicationList, DraftView } from './types.js';

const at = encodeURIComponent;

export const fetchApplications = (): Promise<ApplicationList> => request('GET', '/api/applications');

export const fetchApplication = (id: string): Promise<ApplicantApplicationView> =>
  request('GET', `/api/applications/${at(id)}`);

export const withdrawApplication = (id: string, reason: string): Promise<ApplicantApplicationView> =>
  request('POST', `/api/applications/${at(id)}/withdraw`, { reason });

/** Opens the correction draft, or gives the one already open. */
export const openCorrection = (id: string): Promise<DraftView> =>
  request('POST', `/api/applications/${at(id)}/correction`);

export const attachmentAddress = (id: string): string => `/api/attachments/${at(id)}/content`;

/** For images and PDF that are looked at in place. */
export const inlineAttachmentAddress = (id: string): string => `${attachmentAddress(id)}?inline=1`;

/** The words of a mail were unfolded. */
export const tellRead = (noticeId: string): Promise<void> =>
  request('POST', `/api/notices/${at(noticeId)}/read`);

export const noticeAddress = (id: string): string => `/api/notices/${at(id)}/pdf`;
