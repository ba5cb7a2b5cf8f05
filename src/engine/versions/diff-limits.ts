import { APPLICANT, type Change, type Impact } from './change.js';
import { labelIn, type SideBySide } from './comparison.js';
import { type FormNode, ownRules, placeOf } from './form-tree.js';
import { isSame } from './plain.js';

/** Which way is tighter; `any` = every other value is. */
const TIGHTER: Readonly<Record<string, 'up' | 'down' | 'any'>> = {
  minLength: 'up',
  minItems: 'up',
  minimum: 'up',
  exclusiveMinimum: 'up',
  maxLength: 'down',
  maxItems: 'down',
  maximum: 'down',
  exclusiveMaximum: 'down',
  multipleOf: 'any',
  pattern: 'any',
  uniqueItems: 'any',
  const: 'any',
};
/** What else the compiled schema says is compared as kind, format or options. */
const ELSEWHERE = ['type', 'format', 'enum', 'items'];

/** Bounds, lengths, counts, steps and patterns. */
export function diffLimits(old: FormNode, now: FormNode, sides: SideBySide): readonly Change[] {
  const [was, is] = [ownRules(old.field), ownRules(now.field)];
  // A number of files is said with the other rules for files, a consent with what must be answered.
  if (now.kind === 'attachment' || old.field?.consent !== now.field?.consent) return [];
  const keywords = new Set([...Object.keys(was), ...Object.keys(is)]);
  return [...keywords].flatMap((keyword): readonly Change[] => {
    const [before, after] = [was[keyword] ?? null, is[keyword] ?? null];
    if (ELSEWHERE.includes(keyword) || isSame(before, after)) return [];
    const impact = impactOf(TIGHTER[keyword] ?? 'any', before, after);
    return [
      {
        code: limitCode(keyword, impact),
        place: `${placeOf(now)}/${keyword}`,
        subject: { kind: 'field', name: now.path },
        who: APPLICANT,
        impact,
        params: { field: labelIn(sides, now), setting: keyword },
        before,
        after,
      },
    ];
  });
}

function limitCode(keyword: string, impact: Impact): string {
  if (keyword === 'pattern') return 'pattern-changed';
  return impact === 'looser' ? 'limit-loosened' : 'limit-tightened';
}

function impactOf(tighter: 'up' | 'down' | 'any', before: unknown, after: unknown): Impact {
  if (after === null) return 'looser';
  if (before === null || tighter === 'any') return 'stricter';
  return Number(after) > Number(before) === (tighter === 'up') ? 'stricter' : 'looser';
}
