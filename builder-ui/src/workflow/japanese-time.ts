import type { SchemaNode } from './workflow-schema.js';

const HOURS_AHEAD = 9;

/** An instant with its offset, as the files of a procedure write it. */
export function isInstant({ pattern }: SchemaNode): boolean {
  return pattern?.startsWith('^\\d{4}-\\d{2}-\\d{2}T') ?? false;
}

/** As a clock in Japan shows it, for a box of date and time; '' for what is no instant. */
export function clockTime(instant: string): string {
  const at = Date.parse(instant);
  if (Number.isNaN(at)) return '';
  const shown = new Date(at + HOURS_AHEAD * 3_600_000).toISOString();
  return shown.slice(17, 19) === '00' ? shown.slice(0, 16) : shown.slice(0, 19);
}

/** What stands in the box, as the file writes it. */
export function instantOf(clock: string): string {
  if (clock === '') return '';
  return `${clock.length === 16 ? `${clock}:00` : clock}+09:00`;
}
