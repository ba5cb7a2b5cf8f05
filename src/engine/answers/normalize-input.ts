import { readEraDate } from '../japanese/era-date.js';
import { FORMATS } from '../japanese/formats.js';
import { foldHyphens } from '../japanese/kana.js';
import type { Field } from '../procedure/procedure.js';

/**
 * What the writer meant, written the way we keep it: full-width digits, hyphens and spaces in codes and numbers,
 * hiragana and half-width letters in readings. Names, addresses and free texts come back as they are: every
 * character a person has is kept.
 */
export function normalizeInput(field: Pick<Field, 'kind' | 'format'>, text: string): string {
  if (field.kind === 'number' || field.kind === 'integer') return numberText(text);
  if (field.kind === 'date') return dateText(text);
  if (field.kind !== 'text' || field.format === null) return text;
  return FORMATS[field.format]?.normalize?.(text) ?? text;
}

/** `１，２３４円` → `1234`. */
function numberText(text: string): string {
  return foldHyphens(text.normalize('NFKC')).replace(/[,\s¥\\円]/gu, '');
}

/** `2021/10/1`, `２０２１年１０月１日`, `令和3年10月1日` and `R3.10.1` → `2021-10-01`. */
function dateText(text: string): string {
  const plain = foldHyphens(text.normalize('NFKC')).trim();
  const byEra = readEraDate(plain);
  if (byEra !== null) return byEra;
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u.exec(plain);
  if (!parts) return plain;
  const [, year = '', month = '', day = ''] = parts;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
