import { request } from './request.js';
import type { BeginAsGuestRequest, GuestSecret, GuestView } from './types.js';

export const fetchGuest = (): Promise<GuestView> => request('GET', '/api/guest');

export const beginAsGuest = (wanted: BeginAsGuestRequest): Promise<void> =>
  request('POST', '/api/guest', wanted);

export const resendGuestCode = (): Promise<void> => request('POST', '/api/guest/code');

export const confirmGuest = (code: string): Promise<void> => request('POST', '/api/guest/confirm', { code });

export const issueGuestSecret = (): Promise<GuestSecret> => request('POST', '/api/guest/secret');

export const lookUp = (number: string, secret: string): Promise<void> =>
  request('POST', '/api/guest/look-up', { number, secret });
