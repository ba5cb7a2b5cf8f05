/** A mandate ends within a year. @param today civil date @returns the latest last day */
export function lastDayFrom(today: string): string {
  const year = Number(today.slice(0, 4)) + 1;
  const rest = today.slice(4);
  return `${year}${rest === '-02-29' ? '-02-28' : rest}`;
}
