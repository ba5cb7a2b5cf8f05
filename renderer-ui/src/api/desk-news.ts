import { request } from './request.js';
import type {
  AnnouncementContent,
  AnnouncementOptions,
  AnnouncementPreview,
  CorrectionRequest,
  DeskAnnouncementList,
  DeskAnnouncementView,
} from './types.js';

const at = (id: string): string => `/api/desk/announcements/${encodeURIComponent(id)}`;

export const fetchDeskNews = (before: string | null): Promise<DeskAnnouncementList> =>
  request('GET', `/api/desk/announcements${before === null ? '' : `?before=${before}`}`);

export const fetchNewsOptions = (): Promise<AnnouncementOptions> =>
  request('GET', '/api/desk/announcement-options');

export const fetchDeskAnnouncement = (id: string): Promise<DeskAnnouncementView> => request('GET', at(id));

export const addAnnouncement = (id: string, content: AnnouncementContent): Promise<DeskAnnouncementView> =>
  request('POST', '/api/desk/announcements', { id, content });

export const changeAnnouncement = (
  id: string,
  revision: number,
  content: AnnouncementContent,
): Promise<DeskAnnouncementView> => request('PUT', at(id), { revision, content });

export const removeAnnouncement = (id: string): Promise<void> => request('DELETE', at(id));

export const previewAnnouncement = (id: string, content: AnnouncementContent): Promise<AnnouncementPreview> =>
  request('POST', `${at(id)}/preview`, content);

export const askAnnouncement = (id: string, revision: number): Promise<DeskAnnouncementView> =>
  request('POST', `${at(id)}/ask`, { revision });

/** `digest` of what was read. */
export const approveAnnouncement = (id: string, digest: string): Promise<DeskAnnouncementView> =>
  request('POST', `${at(id)}/approve`, { digest });

/** Steps that take nothing, or a reason. */
export const stepAnnouncement = (
  id: string,
  step: 'take-back' | 'decline' | 'pause' | 'resume' | 'stop-mails' | 'withdraw' | 'corrections/decline',
  reason?: string,
): Promise<DeskAnnouncementView> =>
  request('POST', `${at(id)}/${step}`, reason === undefined ? undefined : { reason });

export const askCorrection = (id: string, words: CorrectionRequest): Promise<DeskAnnouncementView> =>
  request('POST', `${at(id)}/corrections`, words);

export const makeCorrection = (id: string, digest: string): Promise<DeskAnnouncementView> =>
  request('POST', `${at(id)}/corrections/make`, { digest });
