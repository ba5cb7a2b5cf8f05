import { request } from './request.js';
import type { ProfileEntry, RegistrationView, TermsView } from './types.js';

export const fetchTerms = (): Promise<TermsView> => request('GET', '/api/terms');

export const fetchRegistration = (): Promise<RegistrationView> => request('GET', '/api/registration');

export const beginRegistration = (mail: string, mailAgain: string, termsVersion: string): Promise<void> =>
  request('POST', '/api/registration', { mail, mailAgain, termsVersion });

export const resendCode = (): Promise<void> => request('POST', '/api/registration/code');

export const confirmMail = (code: string): Promise<void> =>
  request('POST', '/api/registration/confirm', { code });

/** Refused with everything that is wrong; makes nothing of it. */
export const judgeProfile = (entry: ProfileEntry): Promise<void> =>
  request('POST', '/api/registration/judge', entry);

export const completeRegistration = (entry: ProfileEntry): Promise<void> =>
  request('POST', '/api/registration/complete', entry);
