import { deskPaymentJa } from './desk-payment-ja.js';
import { bilingual } from './language.js';

export const useDeskPaymentTexts = bilingual(
  deskPaymentJa,
  async () => (await import('./desk-payment-en.js')).deskPaymentEn,
);
