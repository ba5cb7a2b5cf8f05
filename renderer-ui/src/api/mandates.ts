import { request } from './request.js';
import type { InviteAgentRequest, MandateList } from './types.js';

export const mandateKeys = { mandates: ['mandates'] } as const;

export const fetchMandates = (): Promise<MandateList> => request('GET', '/api/mandates');

export const inviteAgent = (entry: InviteAgentRequest): Promise<MandateList> =>
  request('POST', '/api/mandates', entry);

export type MandateStep = 'accept' | 'decline' | 'revoke';

export const takeMandateStep = (id: string, step: MandateStep): Promise<MandateList> =>
  request('POST', `/api/mandates/${id}/${step}`);
