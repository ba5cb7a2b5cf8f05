import { ObjectReader } from '../workflow/object-reader.js';
import type { AcceptanceWindow, EveryYear } from './procedure.js';
import { isMonthDay, occurrenceOf } from './yearly-window.js';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})$/;
/** A day: what goes on longer is a later closing time, and is to be published as one. */
const LONGEST_GRACE = 1_440;
const [EARLIEST_YEAR, LATEST_YEAR] = [2000, 2200];
const NEVER = { opensAt: '', closesAt: '' };

/** `acceptanceWindow`: from one instant to another, or every year again. */
export function readWindow(reader: ObjectReader): AcceptanceWindow {
  const { value, path } = reader.at('acceptanceWindow');
  const isThere = reader.has('acceptanceWindow');
  if (!isThere) reader.missing('acceptanceWindow');
  const keys = ['opensAt', 'closesAt', 'everyYear', 'graceMinutes'];
  const window = new ObjectReader(isThere ? value : {}, path, reader.problems, isThere ? keys : []);
  const graceMinutes = window.wholeNumber('graceMinutes', 0, LONGEST_GRACE) ?? 0;
  if (!window.has('everyYear')) return { ...readOnce(window), everyYear: null, graceMinutes };
  if (window.has('opensAt') || window.has('closesAt')) window.report(path, 'window-both-ways');
  const everyYear = readEveryYear(window);
  return { ...(everyYear ? occurrenceOf(everyYear, everyYear.firstYear) : NEVER), everyYear, graceMinutes };
}

function readOnce(window: ObjectReader): { opensAt: string; closesAt: string } {
  const [opensAt, closesAt] = [readInstant(window, 'opensAt'), readInstant(window, 'closesAt')];
  if (opensAt && closesAt && Date.parse(opensAt) >= Date.parse(closesAt)) {
    window.report(window.path, 'bounds-crossed', { low: 'opensAt', high: 'closesAt' });
  }
  return { opensAt, closesAt };
}

function readInstant(reader: ObjectReader, key: string): string {
  const text = reader.text(key);
  if (text === '' || (INSTANT.test(text) && !Number.isNaN(Date.parse(text)))) return text;
  reader.report(reader.at(key).path, 'wrong-instant', { value: text });
  return '';
}

function readEveryYear(window: ObjectReader): EveryYear | null {
  const { value, path } = window.at('everyYear');
  const before = window.problems.length;
  const reader = new ObjectReader(value, path, window.problems, ['opens', 'closes', 'firstYear', 'lastYear']);
  const [opens, closes] = [readMonthDay(reader, 'opens'), readMonthDay(reader, 'closes')];
  if (!reader.has('firstYear')) reader.missing('firstYear');
  const firstYear = reader.wholeNumber('firstYear', EARLIEST_YEAR, LATEST_YEAR) ?? EARLIEST_YEAR;
  const lastYear = reader.wholeNumber('lastYear', EARLIEST_YEAR, LATEST_YEAR);
  if (lastYear !== null && lastYear < firstYear)
    reader.report(path, 'bounds-crossed', { low: 'firstYear', high: 'lastYear' });
  return window.problems.length === before ? { opens, closes, firstYear, lastYear } : null;
}

function readMonthDay(reader: ObjectReader, key: string): string {
  const text = reader.text(key);
  if (text !== '' && !isMonthDay(text))
    reader.report(reader.at(key).path, 'wrong-month-day', { value: text });
  return text;
}
