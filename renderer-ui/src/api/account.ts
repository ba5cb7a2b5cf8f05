import { request } from './request.js';
import type { AccountView, ClosingView, OwnSessions, PasswordResetView, ProfileTexts } from './types.js';

export const fetchAccount = (): Promise<AccountView> => request('GET', '/api/account');

export const addApplicant = (entry: ProfileTexts): Promise<AccountView> =>
  request('POST', '/api/account/applicants', entry);

export const editProfile = (id: string, entry: ProfileTexts): Promise<AccountView> =>
  request('PUT', `/api/account/applicants/${id}`, entry);

export const chooseNews = (wantsNews: boolean): Promise<void> =>
  request('PUT', '/api/account/news', { wantsNews });

export const chooseLanguage = (language: AccountView['language']): Promise<void> =>
  request('PUT', '/api/account/language', { language });

export const chooseNotices = (by: 'portal' | 'post', words: string): Promise<void> =>
  request('PUT', '/api/account/notices', { by, words });

export const sayMailWorks = (): Promise<AccountView> => request('POST', '/api/account/mail-works');

export const changePassword = (
  currentPassword: string,
  password: string,
  passwordAgain: string,
): Promise<void> => request('PUT', '/api/account/password', { currentPassword, password, passwordAgain });

export const beginMailChange = (mail: string, mailAgain: string, currentPassword: string): Promise<void> =>
  request('POST', '/api/account/mail', { mail, mailAgain, currentPassword });

export const resendMailChangeCode = (): Promise<void> => request('POST', '/api/account/mail/code');

export const confirmMailChange = (code: string): Promise<void> =>
  request('POST', '/api/account/mail/confirm', { code });

export const fetchOwnSessions = (): Promise<OwnSessions> => request('GET', '/api/account/sessions');

export const endSession = (id: string): Promise<void> => request('DELETE', `/api/account/sessions/${id}`);

export const endOtherSessions = (): Promise<void> => request('DELETE', '/api/account/sessions');

export const fetchClosing = (): Promise<ClosingView> => request('GET', '/api/account/closing');

export const closeAccount = (currentPassword: string): Promise<void> =>
  request('POST', '/api/account/close', { currentPassword });

export const fetchPasswordReset = (): Promise<PasswordResetView> => request('GET', '/api/password-reset');

export const beginPasswordReset = (mail: string): Promise<void> =>
  request('POST', '/api/password-reset', { mail });

export const resendResetCode = (): Promise<void> => request('POST', '/api/password-reset/code');

export const confirmReset = (code: string): Promise<void> =>
  request('POST', '/api/password-reset/confirm', { code });

export const completeReset = (password: string, passwordAgain: string): Promise<void> =>
  request('POST', '/api/password-reset/complete', { password, passwordAgain });
