import type { ApplicationRule } from '../procedure/procedure.js';
import { type Change, EVERYONE, type Impact } from './change.js';
import { labelIn, type SideBySide } from './comparison.js';
import { type FormNode, placeOf } from './form-tree.js';

/** What it means that a question takes other applications than before. Both are `ApplicationRule | null`. */
export function applicationImpact(before: unknown, after: unknown): Impact {
  if (after === null) return 'looser';
  if (before === null) return 'stricter';
  const [was, is] = [before as ApplicationRule, after as ApplicationRule];
  const keepsAll =
    was.procedures.every((procedure) => is.procedures.includes(procedure)) &&
    was.statuses.every((status) => is.statuses.includes(status)) &&
    (is.elsewhere || !was.elsewhere);
  return keepsAll ? 'looser' : 'stricter';
}

/** Whether and what an answer takes over from another application. A new name of the question alone changes nothing. */
export function factChange(old: FormNode, now: FormNode, sides: SideBySide): readonly Change[] {
  const [was, is] = [old.field?.fromApplication ?? null, now.field?.fromApplication ?? null];
  const isSame =
    was === null || is === null
      ? was === is
      : was.fact === is.fact && sides.renaming.field(was.question) === is.question;
  if (isSame) return [];
  return [
    {
      code: 'field-setting',
      place: `${placeOf(now)}/x-from-application`,
      subject: { kind: 'field', name: now.path },
      who: EVERYONE,
      impact: 'changes-result',
      params: { field: labelIn(sides, now), setting: 'fromApplication' },
      before: was?.fact ?? null,
      after: is?.fact ?? null,
    },
  ];
}
