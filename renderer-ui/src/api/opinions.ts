import { request, upload } from './request.js';
import type {
  AnswerOpinionRequest,
  AskOpinionRequest,
  CaseOpinions,
  DeskFileView,
  ExtendOpinionRequest,
  OpinionList,
  OpinionQueue,
  OpinionView,
} from './types.js';

const at = (id: string): string => `/api/desk/opinions/${encodeURIComponent(id)}`;
const ofCase = (id: string): string => `/api/desk/applications/${encodeURIComponent(id)}/opinions`;

export const fetchOpinions = (queue: OpinionQueue, cursor: string | null): Promise<OpinionList> =>
  request(
    'GET',
    `/api/desk/opinions?queue=${queue}${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
  );

export const fetchOpinion = (id: string): Promise<OpinionView> => request('GET', at(id));

/** `me`, a colleague, or nobody yet. */
export const claimOpinion = (id: string, assigneeId: string | null): Promise<OpinionView> =>
  request('POST', `${at(id)}/claim`, { assigneeId });

export const answerOpinion = (id: string, answer: AnswerOpinionRequest): Promise<OpinionView> =>
  request('POST', `${at(id)}/answer`, answer);

export const addOpinionFile = (id: string, file: File, signal: AbortSignal): Promise<DeskFileView> =>
  upload(`${at(id)}/files`, file, () => undefined, signal);

export const removeOpinionFile = (id: string, fileId: string): Promise<void> =>
  request('DELETE', `${at(id)}/files/${encodeURIComponent(fileId)}`);

export const sharedFileAddress = (id: string, attachmentId: string): string =>
  `${at(id)}/attachments/${encodeURIComponent(attachmentId)}/content?inline=1`;

export const fetchCaseOpinions = (applicationId: string): Promise<CaseOpinions> =>
  request('GET', ofCase(applicationId));

/** Safe to repeat: the same id is asked once. */
export const askOpinion = (applicationId: string, body: AskOpinionRequest): Promise<CaseOpinions> =>
  request('POST', ofCase(applicationId), body);

export const extendOpinion = (id: string, body: ExtendOpinionRequest): Promise<void> =>
  request('POST', `${at(id)}/extend`, body);

export const withdrawOpinion = (id: string, reason: string): Promise<void> =>
  request('POST', `${at(id)}/withdraw`, { reason });
