import type { FieldProblem } from './problem.dto.js';
import type { RefusalCode } from './refusal-texts.js';

/** Japanese first; both are always there, the caller shows one. */
export interface Bilingual {
  readonly ja: string;
  readonly en: string;
}

/** An expected "no", as a value: nothing was changed, and the caller can say why. */
export interface Refusal {
  readonly ok: false;
  readonly code: RefusalCode;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly problems?: readonly FieldProblem[];
  /** A sentence of the procedure's own, instead of the catalogue's. */
  readonly detail?: Bilingual;
}

export type Outcome<T> = { readonly ok: true; readonly value: T } | Refusal;

export function done<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

export function refuse(code: RefusalCode, more: Omit<Refusal, 'ok' | 'code'> = {}): Refusal {
  return { ok: false, code, ...more };
}

/** Carries a refusal from a controller or guard to the filter, the one place that knows HTTP statuses. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

export function orRefuse<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Refused(outcome);
  return outcome.value;
}
