import { parseDateTime } from '../temporal/parse.js';
import type { Syntax } from '../parse.js';
import { DATE, DATE_TIME } from '../types.js';
import type { Code } from './unit.js';

const CLOCKS = ['now', 'today'] as const;

export function isClock(name: string): name is (typeof CLOCKS)[number] {
  return CLOCKS.some((clock) => clock === name);
}

/** `now()` and `today()`: the time that the caller gave with the facts; null where none was given. */
export function compileClock(node: Syntax, name: (typeof CLOCKS)[number]): Code {
  const read = (text: string | undefined) => (text === undefined ? null : parseDateTime(text));
  return name === 'now'
    ? { syntax: node, type: DATE_TIME, run: (at) => read(at.now) }
    : { syntax: node, type: DATE, run: (at) => read(at.now)?.date ?? null };
}
