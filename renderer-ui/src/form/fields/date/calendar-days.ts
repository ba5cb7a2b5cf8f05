const DAY_MS = 86_400_000;

/** A month of a calendar; `month` is 1 to 12. */
export interface Month {
  readonly year: number;
  readonly month: number;
}

export function monthOf(day: string): Month {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)) };
}

/** Weeks from Sunday, as Japanese calendars have them; null before the first and after the last day. */
export function weeksOf({ year, month }: Month): readonly (readonly (string | null)[])[] {
  const count = daysIn({ year, month });
  const before = new Date(Date.UTC(year, month - 1, 1)).getUTCDay();
  return Array.from({ length: Math.ceil((before + count) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (__, weekday) => {
      const day = week * 7 + weekday - before + 1;
      return day >= 1 && day <= count ? dayText(year, month, day) : null;
    }),
  );
}

export function daysLater(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10);
}

/** The same day of another month, or its last one: a month after 31 January is the end of February. */
export function monthsLater(day: string, count: number): string {
  const { year, month } = monthOf(day);
  const months = year * 12 + month - 1 + count;
  const there = { year: Math.floor(months / 12), month: (months % 12) + 1 };
  return dayText(there.year, there.month, Math.min(Number(day.slice(8)), daysIn(there)));
}

/** 0 is Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** Where a key of the grid leads (WAI-ARIA practices, date picker dialog); null for every other key. */
export function dayByKey(day: string, key: string, withShift: boolean): string | null {
  switch (key) {
    case 'ArrowLeft':
      return daysLater(day, -1);
    case 'ArrowRight':
      return daysLater(day, 1);
    case 'ArrowUp':
      return daysLater(day, -7);
    case 'ArrowDown':
      return daysLater(day, 7);
    case 'Home':
      return daysLater(day, -weekdayOf(day));
    case 'End':
      return daysLater(day, 6 - weekdayOf(day));
    case 'PageUp':
      return monthsLater(day, withShift ? -12 : -1);
    case 'PageDown':
      return monthsLater(day, withShift ? 12 : 1);
    default:
      return null;
  }
}

function daysIn({ year, month }: Month): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function dayText(year: number, month: number, day: number): string {
  return [String(year).padStart(4, '0'), pad(month), pad(day)].join('-');
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
