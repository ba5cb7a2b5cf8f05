import type { RefusalText } from './refusal-text.js';

/** About mails and documents that did not arrive. */
export const deliveryRefusals = {
  'delivery-settled': {
    status: 409,
    title: 'Settled already',
    ja: 'この件は、もう対応が済んでいます。画面を最新にしてください。',
    en: 'This has been settled already. Reload the page.',
  },
  'delivery-not-possible': {
    status: 409,
    title: 'Cannot be sent that way',
    ja: 'この方法では送れません。画面を最新にして、ほかの方法を選んでください。',
    en: 'It cannot be sent that way. Reload the page and choose another way.',
  },
} as const satisfies Record<string, RefusalText>;
