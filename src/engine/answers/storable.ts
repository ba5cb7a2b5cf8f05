import type { Step } from './plan.js';

/** A number that no JSON number holds exactly (a third, say) is kept to 15 significant digits, the same everywhere. */
export function storable(value: unknown, step: Step): unknown {
  const isNumeric = step.field?.schema['type'] === 'number' || step.field?.schema['type'] === 'integer';
  return isNumeric && typeof value === 'string' ? Number(Number(value).toPrecision(15)) : value;
}
