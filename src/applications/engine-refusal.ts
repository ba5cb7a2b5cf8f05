import type { Refusal as EngineRefusal } from '#engine';
import { type Refusal, refuse } from '../http/refusal.js';

/** The engine's codes are the API's. */
export function fromEngine({ code, params }: EngineRefusal): Refusal {
  return refuse(code, { params });
}
