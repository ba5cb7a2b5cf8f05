import { useLanguage } from '../../../renderer-ui/src/texts/index.js';

const SIGNS = {
  ja: { colon: '：', comma: '、', gap: '　', open: '（', close: '）' },
  en: { colon: ': ', comma: ', ', gap: '  ', open: ' (', close: ')' },
} as const;

/** What stands between words, of which Japanese has signs of its own. */
export function useSigns(): (typeof SIGNS)['ja' | 'en'] {
  return SIGNS[useLanguage()];
}
