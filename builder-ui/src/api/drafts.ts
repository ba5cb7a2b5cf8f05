import { request } from '../../../renderer-ui/src/api/request.js';
import type {
  BuilderDraft,
  ChangeDraftRequest,
  DraftChanged,
  DraftSince,
} from '../../../src/builder/draft.dto.js';

export type { BuilderDraft, DraftChanged } from '../../../src/builder/draft.dto.js';

/** Somebody else who has the draft open; `place` as in `form/store.city`. */
export type Present = BuilderDraft['others'][number];

/** Path → its whole text now; null: it is gone. */
export type FileTexts = Readonly<Record<string, string | null>>;

const draft = (id: string, rest = ''): string => `/api/builder/drafts/${encodeURIComponent(id)}${rest}`;

/** What the workspace asks of the server, so that it can be tried without one. */
export interface DraftServer {
  fetch(id: string): Promise<BuilderDraft>;
  change(id: string, change: ChangeDraftRequest): Promise<DraftChanged>;
  news(id: string, since: number): Promise<DraftSince>;
  tellPlace(id: string, place: string): Promise<void>;
}

export const fetchDraft = (id: string): Promise<BuilderDraft> => request('GET', draft(id));

export const draftServer: DraftServer = {
  fetch: fetchDraft,
  change: (id, change) => request('POST', draft(id, '/changes'), change),
  news: (id, since) => request('GET', draft(id, `/since/${since}`)),
  tellPlace: (id, place) => request('POST', draft(id, '/presence'), { place }),
};
