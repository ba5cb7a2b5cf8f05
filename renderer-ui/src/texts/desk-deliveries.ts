import { deskDeliveriesJa } from './desk-deliveries-ja.js';
import { bilingual } from './language.js';

export const useDeskDeliveriesTexts = bilingual(
  deskDeliveriesJa,
  async () => (await import('./desk-deliveries-en.js')).deskDeliveriesEn,
);
