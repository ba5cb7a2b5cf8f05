import type { RefusalText } from './refusal-text.js';

/** About agents (代理人) and what was entrusted to them. */
export const mandatesRefusals = {
  'not-for-agents': {
    status: 403,
    title: 'Not for agents',
    ja: '代理では行えません。ご本人だけが行える操作か、任された手続きではない画面です。',
    en: 'An agent cannot do this: it is for the principal alone, or outside what was entrusted.',
  },
  'delegation-not-allowed': {
    status: 409,
    title: 'Delegation not allowed',
    ja: 'この手続きは、代理人に任せることができません。',
    en: 'This procedure cannot be entrusted to an agent.',
  },
  'mandate-there': {
    status: 409,
    title: 'Mandate exists',
    ja: '同じ手続きを、このメールアドレスの方にすでに任せています。期限を変えるときは、いまの委任を取り消してから、もう一度依頼してください。',
    en: 'You have entrusted this to the same address already. To change the last day, revoke it first, then ask again.',
  },
  'mandate-over': {
    status: 409,
    title: 'Mandate over',
    ja: 'この依頼は、取り消されたか、期限が過ぎたか、すでに回答済みです。',
    en: 'This request was revoked, is past its last day, or was answered already.',
  },
  'too-many-mandates': {
    status: 429,
    title: 'Too many mandates',
    ja: '代理の依頼を続けて送りすぎています。明日、もう一度お試しください。',
    en: 'Too many requests to agents were sent. Please try again tomorrow.',
  },
} as const satisfies Record<string, RefusalText>;
