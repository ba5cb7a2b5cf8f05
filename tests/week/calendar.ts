/** National holidays of the spring in which the week is played, from the calendar on the wall: 昭和の日, 憲法記念日, みどりの日, こどもの日, 海の日. */
const holidays = ['2027-04-29', '2027-05-03', '2027-05-04', '2027-05-05', '2027-07-19'];

const DAY = 86_400_000;

export function isWorkday(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.includes(day);
}

export function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + DAY).toISOString().slice(0, 10);
}

/** Walks from day to day; the first is not counted, the last is. */
export function workdaysBetween(from: string, to: string): number {
  let count = 0;
  for (let day = from; day < to;) {
    day = dayAfter(day);
    if (isWorkday(day)) count += 1;
  }
  return count;
}

export function workdayAfter(from: string, count: number): string {
  let day = from;
  for (let left = count; left > 0;) {
    day = dayAfter(day);
    if (isWorkday(day)) left -= 1;
  }
  return day;
}

/** The day in Japan at an instant: nine hours ahead, all the year. */
export function dayInJapan(at: Date): string {
  return new Date(at.getTime() + 9 * 3_600_000).toISOString().slice(0, 10);
}
