import { request } from './request.js';
import type { Mailbox } from './types.js';

/** Demo mode only; elsewhere 404. */
export const fetchMailbox = (): Promise<Mailbox> => request('GET', '/api/mailbox');
