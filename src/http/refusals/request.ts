import type { RefusalText } from './refusal-text.js';

/** About a request itself, whatever it was for. */
export const requestRefusals = {
  'request-unreadable': {
    status: 400,
    title: 'Unreadable request',
    ja: '送信された内容を読み取れませんでした。画面を読み込み直してから、もう一度お試しください。',
    en: 'The request could not be read. Reload the page and try again.',
  },
  'sign-in-required': {
    status: 401,
    title: 'Sign-in required',
    ja: 'ログインしてください。入力中の内容は保存されています。',
    en: 'Please sign in. What you entered is kept.',
  },
  'sign-in-failed': {
    status: 401,
    title: 'Sign-in failed',
    ja: 'ログインできませんでした。入力した内容をお確かめください。',
    en: 'Sign-in failed. Check what you entered.',
  },
  'not-permitted': {
    status: 403,
    title: 'Not permitted',
    ja: 'この操作をする権限がありません。',
    en: 'You are not permitted to do this.',
  },
  'cross-site-request': {
    status: 403,
    title: 'Cross-site request',
    ja: 'ほかのサイトからの操作は受け付けられません。このサイトの画面から操作してください。',
    en: 'Requests from other sites are refused. Please use the pages of this site.',
  },
  'not-found': {
    status: 404,
    title: 'Not found',
    ja: '見つかりませんでした。',
    en: 'Not found.',
  },
  'answers-invalid': {
    status: 422,
    title: 'Answers invalid',
    ja: '入力内容に誤りがあります。各項目の説明をご確認ください。',
    en: 'Some answers need to be corrected.',
  },
  'request-invalid': {
    status: 422,
    title: 'Request invalid',
    ja: '送信された内容の形式が正しくありません（{field}）。',
    en: 'The request does not have the expected shape ({field}).',
  },
  'too-large': {
    status: 413,
    title: 'Too large',
    ja: '大きすぎます。{max_mb}MB以下にしてください。',
    en: 'Too large. At most {max_mb} MB.',
  },
  'media-type-not-accepted': {
    status: 415,
    title: 'Kind of file not accepted',
    ja: 'このファイルは受け付けられません。受け付けられる種類は{accepted}です。',
    en: 'This file is not accepted. Accepted kinds are {accepted}.',
  },
  'content-type-not-accepted': {
    status: 415,
    title: 'Content type not accepted',
    ja: 'この形式の送信は受け付けられません。',
    en: 'This content type is not accepted.',
  },
  'too-many-attempts': {
    status: 429,
    title: 'Too many attempts',
    ja: 'ログインの失敗が続いたため、しばらく受け付けられません。{minutes}分ほど待ってからお試しください。',
    en: 'Too many failed sign-ins. Wait about {minutes} minutes and try again.',
  },
  'too-many-mails': {
    status: 429,
    title: 'Too many mails',
    ja: '認証コードのメールは続けて送れません。{minutes}分ほど待ってからお試しください。',
    en: 'Codes cannot be sent one right after another. Wait about {minutes} minutes and try again.',
  },
  'too-many-requests': {
    status: 429,
    title: 'Too many requests',
    ja: '短い時間に検索がとても多く届いたため、少しの間お受けできません。{seconds}秒ほど待ってからお試しください。入力はそのまま続けられます。',
    en: 'So many searches came at once that we cannot take more just now. Try again in about {seconds} seconds. You can go on typing meanwhile.',
  },
  'storage-full': {
    status: 507,
    title: 'Storage full',
    ja: 'ファイルを保存できませんでした。時間をおいてもう一度お試しください。入力内容は保存されています。',
    en: 'The file could not be stored. Try again later. Your answers are kept.',
  },
  unavailable: {
    status: 503,
    title: 'Temporarily unavailable',
    ja: 'ただいま処理できません。少し待ってからもう一度お試しください。入力内容は失われていません。',
    en: 'We cannot answer right now. Wait a little and try again. Nothing you entered is lost.',
  },
  surprise: {
    status: 500,
    title: 'Internal error',
    ja: '処理中に問題が起きました。受付番号（{request_id}）を添えてお問い合わせください。',
    en: 'Something went wrong. Please contact us and quote {request_id}.',
  },
} as const satisfies Record<string, RefusalText>;
