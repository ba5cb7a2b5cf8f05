import { isCivilDate } from '../japanese/date-range.js';
import type { Field, FieldKind } from '../procedure/procedure.js';

/** The bounds of a question that its values are held to. */
export type Bounds = Pick<Field, 'schema' | 'options' | 'attachment'>;

export interface ValueRules {
  /** Whether a value is sound enough for expressions to see it; Ajv says the rest. */
  accepts(bounds: Bounds): (value: unknown) => boolean;
  /** Larger than anything the form allows: kept away from Ajv, whose work grows with it. */
  oversize(bounds: Bounds): (value: unknown) => boolean;
}

type Test = (value: unknown) => boolean;

const never = (): Test => () => false;
const always = (): Test => () => true;

function longerThan(most: number): Test {
  return (value) => Array.isArray(value) && value.length > most;
}

function longText({ schema }: Bounds): Test {
  // A character is at most two UTF-16 units, so nothing that the form allows is longer.
  const most = Number(schema['maxLength']) * 2;
  return (value) => typeof value === 'string' && value.length > most;
}

function optionValues({ options }: Bounds): ReadonlySet<unknown> {
  return new Set((options ?? []).map((option) => option.value));
}

/** What may stand as the answer to each kind of question. */
export const VALUE_RULES: Readonly<Record<FieldKind, ValueRules>> = {
  text: { accepts: () => (value) => typeof value === 'string', oversize: longText },
  date: { accepts: () => (value) => typeof value === 'string' && isCivilDate(value), oversize: longText },
  number: {
    accepts: () => (value) => typeof value === 'number' && Math.abs(value) <= Number.MAX_SAFE_INTEGER,
    oversize: never,
  },
  integer: { accepts: () => (value) => Number.isSafeInteger(value), oversize: never },
  boolean: { accepts: () => (value) => typeof value === 'boolean', oversize: never },
  choice: {
    accepts: (bounds) => {
      const values = optionValues(bounds);
      return (value) => values.has(value);
    },
    oversize: never,
  },
  choices: {
    accepts: (bounds) => {
      const values = optionValues(bounds);
      return (value) =>
        Array.isArray(value) && value.length <= values.size && value.every((item) => values.has(item));
    },
    oversize: ({ options }) => longerThan(options?.length ?? 0),
  },
  attachment: {
    accepts: ({ attachment }) => {
      const most = attachment?.maxCount ?? 0;
      return (value) =>
        Array.isArray(value) && value.length <= most && value.every((id) => typeof id === 'string');
    },
    oversize: ({ attachment }) => longerThan(attachment?.maxCount ?? 0),
  },
  rows: { accepts: always, oversize: never },
  group: { accepts: always, oversize: never },
};
