import type { Refusal } from './review-state.js';

export function refusal(code: Refusal['code'], params: Refusal['params'] = {}): Refusal {
  return { ok: false, code, params };
}
