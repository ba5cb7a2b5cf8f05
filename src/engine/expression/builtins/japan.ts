import { Decimal } from '../decimal.js';
import { daysInMonth } from '../temporal/calendar.js';
import { parseDate } from '../temporal/parse.js';
import { dateText } from '../temporal/text.js';
import type { FeelDate } from '../temporal/values.js';
import { eraDate } from '../../japanese/era-date.js';
import { toZenginName } from '../../japanese/kana.js';
import { sameAddress, sameName } from '../../japanese/same-name.js';
import { yuchoAccount, yuchoBranch } from '../../japanese/yucho.js';
import { ANY, BOOLEAN, DATE, NUMBER, STRING } from '../types.js';
import type { FeelValue } from '../values.js';
import { part } from './parts.js';
import {
  any,
  builtIn,
  date,
  list,
  nullable,
  number,
  signature,
  sometimesNull,
  text,
  type BuiltIn,
} from './signature.js';

/** Days that both ranges share, first and last day counted; a second range without end goes on for ever. */
function overlapDays(from1: FeelDate, to1: FeelDate, from2: FeelDate, to2: FeelDate | null): Decimal {
  const first = Math.max(from1.epochDay, from2.epochDay);
  const last = to2 === null ? to1.epochDay : Math.min(to1.epochDay, to2.epochDay);
  return new Decimal(Math.max(0, last - first + 1));
}

/** "26:30" → 1590: the hours of a night that goes on after midnight run past 24. */
function minutesOf(clock: string): Decimal | null {
  const match = /^(\d{1,2}):([0-5]\d)$/.exec(clock);
  return match ? new Decimal(Number(match[1]) * 60 + Number(match[2])) : null;
}

/** Null beyond the years whose working days are known. */
function onCalendar<D extends readonly FeelDate[]>(
  days: [...D],
  compute: (...iso: { [K in keyof D]: string }) => FeelValue,
): FeelValue {
  const iso = days.map(dateText) as { [K in keyof D]: string };
  return iso.every((day) => part('workingDays').isIn(day)) ? compute(...iso) : null;
}

/** 1517000 → "1,517,000" */
function yen(amount: Decimal): string {
  const [whole = '', fraction] = amount.toFixed().split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

export const JAPANESE_FUNCTIONS: readonly BuiltIn[] = [
  // Evaluated through the index that compile/lookup.ts builds; the signature says what a call must look like.
  ...[lookupWith(1), lookupWith(2), lookupWith(3)].reduce<BuiltIn[]>(
    (all, next) => [builtIn('lookup', ...(all[0]?.signatures ?? []), ...next.signatures)],
    [],
  ),
  builtIn(
    'overlap days',
    signature([date('from1'), date('to1'), date('from2'), nullable(date('to2'))], NUMBER, overlapDays),
  ),
  sometimesNull(
    builtIn(
      'days in month',
      signature([date('date')], NUMBER, ({ year, month }) => new Decimal(daysInMonth(year, month))),
      signature([number('year'), number('month')], NUMBER, (year, month) =>
        month.isInteger() && month.gte(1) && month.lte(12)
          ? new Decimal(daysInMonth(year.toNumber(), month.toNumber()))
          : null,
      ),
    ),
  ),
  sometimesNull(builtIn('minutes of', signature([text('time')], NUMBER, minutesOf))),
  sometimesNull(
    builtIn(
      'is working day',
      signature([date('date')], BOOLEAN, (day) =>
        onCalendar([day], (iso) => part('workingDays').isOpen(iso)),
      ),
    ),
  ),
  sometimesNull(
    builtIn(
      'add working days',
      signature([date('date'), number('days')], DATE, (day, days) =>
        onCalendar([day], (iso) => {
          const result = days.isInteger() ? part('workingDays').after(iso, days.toNumber()) : null;
          return result === null ? null : parseDate(result);
        }),
      ),
    ),
  ),
  sometimesNull(
    builtIn(
      'working days between',
      signature([date('from'), date('to')], NUMBER, (from, to) =>
        onCalendar([from, to], (first, last) => new Decimal(part('workingDays').between(first, last))),
      ),
    ),
  ),
  sometimesNull(
    builtIn(
      'era date',
      signature([date('date')], STRING, (day) => eraDate(dateText(day))),
    ),
  ),
  sometimesNull(builtIn('yucho branch', signature([text('symbol')], STRING, yuchoBranch))),
  sometimesNull(builtIn('yucho account', signature([text('symbol'), text('number')], STRING, yuchoAccount))),
  builtIn('zengin name', signature([text('name')], STRING, toZenginName)),
  builtIn('yen', signature([number('amount')], STRING, yen)),
  builtIn('same name', signature([text('a'), text('b')], BOOLEAN, sameName)),
  builtIn('same address', signature([text('a'), text('b')], BOOLEAN, sameAddress)),
];

function lookupWith(pairs: number): BuiltIn {
  const keys = Array.from({ length: pairs }, (_, index) => {
    const suffix = index === 0 ? '' : String(index + 1);
    return [text(`column${suffix}`), any(`value${suffix}`)];
  });
  return builtIn(
    'lookup',
    signature([list('table'), ...keys.flat()], ANY, () => null),
  );
}
