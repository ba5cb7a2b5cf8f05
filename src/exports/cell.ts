import { type Field, isCivilDate, valueInWords } from '#engine';
import type { Language } from '../http/language.js';
import type { ExportContent } from './export.dto.js';

/** What stands in a cell: a text, a number, nothing, a civil day, a moment as `2026-11-22 09:30:00` in Japan. */
export type Cell = string | number | null | { readonly day: string } | { readonly at: string };

/** For an answer that is there and is not shown. */
export const MASK = '＊＊＊';

interface CellWords {
  readonly language: Language;
  readonly choices: ExportContent['choices'];
  /** By the id of an attachment. */
  readonly fileNames: ReadonlyMap<string, string>;
}

/**
 * An answer as a table has it. Data and not print: 5400008 and not 〒540-0008, 41000 and not 41,000円; a choice by its
 * title or its code, several separated by 、 or a comma.
 */
export function cellOf(
  field: Pick<Field, 'kind' | 'options' | 'unit'>,
  value: unknown,
  { language, choices, fileNames }: CellWords,
): Cell {
  if (value === null || value === undefined || value === '') return null;
  if (field.kind === 'attachment' && Array.isArray(value)) {
    return value.length === 0 ? null : value.map((id) => fileNames.get(String(id)) ?? String(id)).join('、');
  }
  if (Array.isArray(value)) {
    if (value.length === 0) return null;
    return choices === 'codes' ? value.map(String).join(',') : valueInWords(field, value, language);
  }
  if (typeof value === 'boolean') {
    return choices === 'codes' ? String(value) : valueInWords(field, value, language);
  }
  if (field.options) return choices === 'codes' ? plain(value) : valueInWords(field, value, language);
  if (field.kind === 'date' && isCivilDate(String(value))) return { day: String(value) };
  return plain(value);
}

function plain(value: unknown): Cell {
  if (typeof value === 'number' || typeof value === 'string') return value;
  return JSON.stringify(value);
}

/** A moment as clocks in Japan show it. */
export function momentCell(at: Date | null): Cell {
  return at === null ? null : { at: inJapan.format(at) };
}

const inJapan = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Tokyo',
  dateStyle: 'short',
  timeStyle: 'medium',
});
