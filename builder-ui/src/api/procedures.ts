import { request, upload } from '../../../renderer-ui/src/api/request.js';
import type { BeginDraftRequest, DraftBegun } from '../../../src/builder/draft.dto.js';
import type { BuilderProcedures } from '../../../src/builder/procedure-list.dto.js';

export type { BeginDraftRequest } from '../../../src/builder/draft.dto.js';
export type {
  BuilderProcedure,
  BuilderProcedures,
  ListedDraft,
} from '../../../src/builder/procedure-list.dto.js';

export const procedureKeys = { list: ['builder', 'procedures'] } as const;

export const fetchProcedures = (): Promise<BuilderProcedures> => request('GET', '/api/builder/procedures');

export const beginDraft = (wanted: BeginDraftRequest): Promise<DraftBegun> =>
  request('POST', '/api/builder/drafts', wanted);

export const beginFromZip = (file: File): Promise<DraftBegun> =>
  upload('/api/builder/drafts/from-zip', file, () => undefined, new AbortController().signal);

export const removeDraft = (id: string): Promise<void> => request('DELETE', `/api/builder/drafts/${id}`);

export const recoverDraft = (id: string): Promise<void> =>
  request('POST', `/api/builder/drafts/${id}/recover`);
