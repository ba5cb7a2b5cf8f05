import { request } from '../../../renderer-ui/src/api/request.js';
import type { MoveList } from '../../../src/moves/moves.dto.js';
import type {
  AskRequest,
  ChangesView,
  Comparison,
  ImpactView,
  LinkList,
  MadeLink,
  PauseRequest,
  ProcedureVersions,
  PublicationList,
  PublicationView,
  RollBackRequest,
} from '../../../src/publishing/publishing.dto.js';

export type { MoveView } from '../../../src/moves/moves.dto.js';
export type {
  AskRequest,
  ChangeLine,
  Choice,
  Comparison,
  ImpactView,
  MadeLink,
  ProcedureVersions,
  PublicationLine,
  PublicationView,
} from '../../../src/publishing/publishing.dto.js';

export const publishingKeys = {
  publications: ['builder', 'publications'],
  publication: (id: string) => ['builder', 'publications', id],
  ofDraft: (id: string) => ['builder', 'draft-publications', id],
  comparison: (id: string, revision: number) => ['builder', 'comparison', id, revision],
  impact: (id: string, revision: number) => ['builder', 'impact', id, revision],
  links: (id: string) => ['builder', 'links', id],
  versions: (id: string) => ['builder', 'versions', id],
  moves: (id: string) => ['builder', 'moves', id],
  changes: (id: string, hash: string) => ['builder', 'changes', id, hash],
} as const;

const draft = (id: string, rest: string): string => `/api/builder/drafts/${encodeURIComponent(id)}/${rest}`;
const procedure = (id: string, rest: string): string =>
  `/api/builder/procedures/${encodeURIComponent(id)}/${rest}`;
const publication = (id: string, rest = ''): string =>
  `/api/builder/publications/${encodeURIComponent(id)}${rest}`;

export const fetchComparison = (id: string): Promise<Comparison> => request('GET', draft(id, 'comparison'));
export const fetchImpact = (id: string): Promise<ImpactView> => request('GET', draft(id, 'impact'));
export const fetchDraftPublications = (id: string): Promise<PublicationList> =>
  request('GET', draft(id, 'publications'));
export const askPublication = (id: string, wanted: AskRequest): Promise<PublicationView> =>
  request('POST', draft(id, 'publications'), wanted);

export const fetchPublications = (): Promise<PublicationList> => request('GET', '/api/builder/publications');
export const fetchPublication = (id: string): Promise<PublicationView> => request('GET', publication(id));
export const approvePublication = (id: string, hash: string): Promise<PublicationView> =>
  request('POST', publication(id, '/approve'), { hash });
export const declinePublication = (id: string, reason: string): Promise<PublicationView> =>
  request('POST', publication(id, '/decline'), { reason });
export const withdrawPublication = (id: string, reason: string): Promise<PublicationView> =>
  request('POST', publication(id, '/withdraw'), { reason });

export const fetchVersions = (id: string): Promise<ProcedureVersions> =>
  request('GET', procedure(id, 'versions'));
export const fetchVersionChanges = (id: string, hash: string): Promise<ChangesView> =>
  request('GET', procedure(id, `versions/${hash}/changes`));
export const pauseProcedure = (id: string, text: PauseRequest): Promise<ProcedureVersions> =>
  request('POST', procedure(id, 'pause'), text);
export const reopenProcedure = (id: string): Promise<ProcedureVersions> =>
  request('POST', procedure(id, 'reopen'));
export const rollBack = (id: string, wanted: RollBackRequest): Promise<ProcedureVersions> =>
  request('POST', procedure(id, 'roll-back'), wanted);

export const fetchMoves = (id: string): Promise<MoveList> => request('GET', procedure(id, 'moves'));
export const takeBackMove = (id: string, reason: string): Promise<MoveList> =>
  request('POST', `/api/builder/moves/${encodeURIComponent(id)}/take-back`, { reason });

export const fetchLinks = (id: string): Promise<LinkList> => request('GET', draft(id, 'links'));
export const makeLink = (id: string, days: number): Promise<MadeLink> =>
  request('POST', draft(id, 'links'), { days });
export const revokeLink = (id: string): Promise<void> =>
  request('DELETE', `/api/builder/links/${encodeURIComponent(id)}`);
