import type { FieldKind } from '../procedure/procedure.js';
import { APPLICANT, AUTHOR, type Change, EVERYONE, type Impact } from './change.js';
import { labelIn, type SideBySide } from './comparison.js';
import { applicationImpact, factChange } from './diff-application.js';
import { askWhenChange, computeChange } from './diff-conditions.js';
import { diffLimits } from './diff-limits.js';
import { diffAttachment, diffOptions } from './diff-options.js';
import { type FormNode, placeOf } from './form-tree.js';
import { changedSettings, type Setting, type SettingRules } from './settings.js';

const WORDS: Setting = { who: APPLICANT, impact: 'words' };
const UNSEEN: Setting = { who: AUTHOR, impact: 'none' };
const SETTINGS: SettingRules = {
  name: null,
  path: null,
  kind: null,
  required: null,
  consent: null,
  askWhen: null,
  compute: null,
  options: null,
  attachment: null,
  fromApplication: null,
  fields: null,
  schema: null,
  title: { who: EVERYONE, impact: 'words' },
  description: WORDS,
  examples: WORDS,
  purpose: WORDS,
  unit: { who: EVERYONE, impact: 'words' },
  prefill: { who: APPLICANT, impact: 'none' },
  default: { who: APPLICANT, impact: 'none' },
  format: { who: APPLICANT, impact: (_, after) => (after === null ? 'looser' : 'stricter') },
  application: { who: APPLICANT, impact: applicationImpact },
  sensitive: { who: EVERYONE, impact: 'none' },
  retentionYears: { who: EVERYONE, impact: 'none' },
};
const KEYWORDS: Readonly<Record<string, string>> = {
  sensitive: 'x-sensitive',
  purpose: 'x-purpose',
  unit: 'x-unit',
  retentionYears: 'x-retention',
  prefill: 'x-prefill',
  application: 'x-application',
};
/** Kinds of question whose answers another kind takes as they are. */
const WIDER: Readonly<Record<string, readonly FieldKind[]>> = { integer: ['number'], date: ['text'] };

/** Everything that one question, group or repeat is not what it was in. */
export function diffField(old: FormNode, now: FormNode, sides: SideBySide): readonly Change[] {
  const [was, is] = [old.field, now.field];
  if (!was || !is) return [];
  const settings = changedSettings(was, is, SETTINGS, UNSEEN, sides.renaming.value).map(
    ({ name, before, after, impact, who }): Change => ({
      code: name === 'title' ? 'field-title' : 'field-setting',
      place: `${placeOf(now)}/${KEYWORDS[name] ?? name}`,
      subject: { kind: 'field', name: now.path },
      who,
      impact,
      params: { field: labelIn(sides, now), setting: name },
      before,
      after,
    }),
  );
  return [
    ...kindChange(old, now, sides),
    ...requiredChange(old, now, sides),
    ...settings,
    ...(was.kind === is.kind
      ? [...diffLimits(old, now, sides), ...diffOptions(old, now, sides), ...diffAttachment(old, now, sides)]
      : []),
    ...askWhenChange(old, now, was.askWhen, is.askWhen, sides),
    ...computeChange(old, now, sides),
    ...factChange(old, now, sides),
  ];
}

function kindChange(old: FormNode, now: FormNode, sides: SideBySide): readonly Change[] {
  if (old.kind === now.kind) return [];
  const impact: Impact =
    now.field?.compute != null
      ? 'changes-result'
      : (WIDER[old.kind] ?? []).some((kind) => kind === now.kind)
        ? 'looser'
        : 'stricter';
  return [
    {
      code: 'field-kind',
      place: `${placeOf(now)}/type`,
      subject: { kind: 'field', name: now.path },
      who: EVERYONE,
      impact,
      params: { field: labelIn(sides, now), kindBefore: old.kind, kindAfter: now.kind },
      before: old.kind,
      after: now.kind,
    },
  ];
}

function requiredChange(old: FormNode, now: FormNode, sides: SideBySide): readonly Change[] {
  const [was, is] = [old.field, now.field];
  if (!was || !is) return [];
  const change = (code: string, impact: Impact): Change => ({
    code,
    place: now.parent
      ? `${placeOf(now.parent)}${now.parent.kind === 'rows' ? '/items' : ''}/required`
      : placeOf(now),
    subject: { kind: 'field', name: now.path },
    who: APPLICANT,
    impact,
    params: { field: labelIn(sides, now) },
    before: was.consent || was.required,
    after: is.consent || is.required,
  });
  if (was.consent !== is.consent)
    return [is.consent ? change('became-consent', 'asks-more') : change('became-no-consent', 'looser')];
  if (was.required === is.required) return [];
  return [is.required ? change('became-required', 'asks-more') : change('became-optional', 'looser')];
}
