import type { Expression } from '../expression/index.js';
import { APPLICANT, type Change, EVERYONE, type Impact } from './change.js';
import { labelIn, readsInWords, type SideBySide } from './comparison.js';
import { inputsWithin, type FormNode, placeOf } from './form-tree.js';

/** Whether and when a page or field is asked. */
export function askWhenChange(
  old: FormNode,
  now: FormNode,
  was: Expression | null,
  is: Expression | null,
  sides: SideBySide,
): readonly Change[] {
  if (isUnchanged(was, is, sides)) return [];
  const needed = inputsWithin(now).some(({ field }) => field !== null && (field.required || field.consent));
  const hasInputs = inputsWithin(old).length > 0;
  // A condition that is new or another may hold for fewer: what they answered would be pruned.
  const impact: Impact =
    is !== null ? (hasInputs ? 'loses-answer' : 'changes-result') : needed ? 'asks-more' : 'looser';
  return [
    {
      code: was === null ? 'ask-when-added' : is === null ? 'ask-when-removed' : 'ask-when-changed',
      place: `${placeOf(now)}/x-askWhen`,
      subject: { kind: now.page ? 'page' : 'field', name: now.path },
      who: APPLICANT,
      impact,
      params: { field: labelIn(sides, now), reads: readsInWords(sides, is?.reads ?? was?.reads ?? []) },
      before: was?.source ?? null,
      after: is?.source ?? null,
    },
  ];
}

/** Whether a value is computed, and how. */
export function computeChange(old: FormNode, now: FormNode, sides: SideBySide): readonly Change[] {
  const [was, is] = [old.field?.compute ?? null, now.field?.compute ?? null];
  if (isUnchanged(was, is, sides)) return [];
  const isNeeded = now.field?.required === true;
  return [
    {
      code: was === null ? 'compute-added' : is === null ? 'compute-removed' : 'compute-changed',
      place: `${placeOf(now)}/x-compute`,
      subject: { kind: 'field', name: now.path },
      who: EVERYONE,
      impact:
        was === null ? 'loses-answer' : is !== null ? 'changes-result' : isNeeded ? 'asks-more' : 'looser',
      params: { field: labelIn(sides, now), reads: readsInWords(sides, is?.reads ?? was?.reads ?? []) },
      before: was?.source ?? null,
      after: is?.source ?? null,
    },
  ];
}

/** The same words, or the same but for names that are new. */
export function isUnchanged(
  was: Expression | null,
  is: Expression | null,
  { renaming }: SideBySide,
): boolean {
  if (was === null || is === null) return was === is;
  return was.source === is.source || renaming.expression(was.source) === is.source;
}
