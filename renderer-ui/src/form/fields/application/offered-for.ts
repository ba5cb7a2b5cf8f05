import type { ReferableApplication } from '../../../api/types.js';
import type { Field } from '../../engine.js';

/** The applications that a question takes, the latest first. */
export function offeredFor(
  { application }: Field,
  applications: readonly ReferableApplication[],
): readonly ReferableApplication[] {
  return applications.filter(
    ({ procedureId, status }) =>
      application?.procedures.includes(procedureId) === true && application.statuses.includes(status),
  );
}

/** Those whose number, subject or procedure holds what is typed; all of them for the whole number of one. */
export function fittingTo(
  typed: string,
  offered: readonly ReferableApplication[],
): readonly ReferableApplication[] {
  const key = keyOf(typed);
  if (offered.some(({ number }) => keyOf(number) === key)) return offered;
  return offered.filter(({ number, subject, procedureTitle }) =>
    [number, subject, procedureTitle].some((text) => keyOf(text).includes(key)),
  );
}

/** Widths, case, spaces and the many hyphens make no difference to what is looked for. */
export function keyOf(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s‐‑‒–—―−ー－-]/gu, '')
    .toLowerCase();
}
