import { request } from './request.js';
import type {
  BatchLetters,
  BatchList,
  BatchOffer,
  BatchRows,
  BatchView,
  BatchWork,
  NewBatchRequest,
} from './types.js';

const at = (id: string): string => `/api/desk/batches/${encodeURIComponent(id)}`;

export const fetchBatches = (): Promise<BatchList> => request('GET', '/api/desk/batches');

export const fetchBatch = (id: string): Promise<BatchView> => request('GET', at(id));

export const fetchBatchOffer = (id: string): Promise<BatchOffer> => request('GET', `${at(id)}/offer`);

export const fetchBatchRows = (id: string, after: number, refusedOnly: boolean): Promise<BatchRows> =>
  request('GET', `${at(id)}/rows?after=${after}${refusedOnly ? '&only=refused' : ''}`);

export const fetchBatchLetters = (id: string, after: number): Promise<BatchLetters> =>
  request('GET', `${at(id)}/letters?after=${after}`);

/** Letters that one file of proofs holds. */
export const lettersOfProof = 200;

export const batchProofAddress = (id: string, after: number): string =>
  `${at(id)}/letters/pdf?after=${after}`;

export const batchResultsAddress = (id: string): string => `${at(id)}/results`;

export const batchTemplateAddress = (id: string, procedureId: string, action: string): string =>
  `${at(id)}/template?${new URLSearchParams({ procedureId, action }).toString()}`;

export const beginBatch = (list: NewBatchRequest): Promise<BatchView> =>
  request('POST', '/api/desk/batches', list);

export const checkBatch = (id: string, work: BatchWork): Promise<BatchView> =>
  request('POST', `${at(id)}/check`, { work });

/** 0 minutes is at once. */
export const startBatch = (id: string, minutes: number): Promise<BatchView> =>
  request('POST', `${at(id)}/start`, { minutes });

export const stopBatch = (id: string): Promise<BatchView> => request('POST', `${at(id)}/stop`);
