import { part } from '../builtins/parts.js';
import type { Syntax } from '../parse.js';
import type { Code, Unit } from './unit.js';

/** Where functions take patterns; matching costs some hundred times what looking at a character does. */
export const PATTERN_PARAMETERS: ReadonlySet<string> = new Set(['pattern', 'delimiter']);

/** A pattern written as a literal is checked before anything is published. */
export function checkPattern(_node: Syntax, args: readonly Code[], unit: Unit): undefined {
  const pattern = args[1];
  const flags = args.at(-1)?.constant;
  if (typeof pattern?.constant !== 'string') return;
  const compiled = part('patterns').compile(
    pattern.constant,
    args.length > 2 && typeof flags === 'string' && /^[smixq]*$/.test(flags) ? flags : '',
  );
  if (!compiled.ok)
    unit.report('bad-pattern', pattern.syntax, {
      pattern: pattern.constant.slice(0, 100),
      reason: compiled.reason,
    });
}
