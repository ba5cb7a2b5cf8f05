import type { Language } from '../problem-text/words.js';
import type { Procedure } from '../procedure/procedure.js';
import { valueInWords } from '../answers/value-in-words.js';
import type { ResultCause, ResultKind } from './causes.js';
import type { ResultChange } from './compare-results.js';
import { fieldAt, titleOfPlace } from './describe-goal.js';

type Pair = readonly [ja: string, en: string];

/** `{title}` is the question or the step, `{from}` and `{to}` what came out before and what does now. */
const CHANGES: Readonly<Record<ResultKind, Pair>> = {
  value: ['「{title}」が {from} から {to} に変わります', '“{title}” changes from {from} to {to}'],
  asked: ['「{title}」を{to}', '“{title}” is {to}'],
  problem: ['「{title}」の誤りが変わります：{from} → {to}', 'the error at “{title}” changes: {from} → {to}'],
  warning: [
    '「{title}」の注意が変わります：{from} → {to}',
    'the warning at “{title}” changes: {from} → {to}',
  ],
  stage: [
    '{title}の行き先が「{from}」から「{to}」に変わります',
    '{title} leads to “{to}” instead of “{from}”',
  ],
  effects: ['{title}に送るものが変わります：{from} → {to}', 'what {title} sends changes: {from} → {to}'],
  refused: ['{title}の断り方が変わります：{from} → {to}', '{title} is refused otherwise: {from} → {to}'],
  stopped: ['途中で止まります：{to}', 'it stops on the way: {to}'],
};

const CAUSES: Readonly<Record<ResultCause['kind'], Pair>> = {
  expression: ['「{title}」の式（{place}）が違います', 'the expression of “{title}” ({place}) differs'],
  table: ['表 {place} の行が違います', 'rows of the table {place} differ'],
  field: ['「{title}」の決まり（{place}）が違います', 'the rules of “{title}” ({place}) differ'],
  check: ['点検 {place} が違います', 'the check {place} differs'],
  stage: ['段階「{title}」が違います', 'the stage “{title}” differs'],
};

/** What comes out otherwise, in one sentence without a full stop. */
export function describeResultChange(change: ResultChange, procedure: Procedure, language: Language): string {
  const isStep = ['stage', 'effects', 'refused', 'stopped'].includes(change.kind);
  const title = isStep ? stepTitle(change.place, language) : titleOfPlace(change.place, procedure);
  const words = {
    title,
    place: change.place,
    from: inWords(change, 'from', procedure, language),
    to: inWords(change, 'to', procedure, language),
  };
  return filled(CHANGES[change.kind], words, language);
}

/** The part of the definition it comes from, in one sentence without a full stop. */
export function describeResultCause(cause: ResultCause, procedure: Procedure, language: Language): string {
  return filled(
    CAUSES[cause.kind],
    { title: titleOfPlace(cause.place, procedure), place: cause.place, from: '', to: '' },
    language,
  );
}

function stepTitle(place: string, language: Language): string {
  if (place === '0') return language === 'ja' ? '到達のとき' : 'the arrival';
  return language === 'ja' ? `手順${place}` : `step ${place}`;
}

function inWords(
  { kind, place, ...sides }: ResultChange,
  side: 'from' | 'to',
  procedure: Procedure,
  language: Language,
): string {
  const value = sides[side];
  if (kind === 'asked') {
    if (value === true) return language === 'ja' ? 'たずねるようになります' : 'asked now';
    return language === 'ja' ? 'たずねなくなります' : 'not asked any more';
  }
  if (value === null || (Array.isArray(value) && value.length === 0))
    return language === 'ja' ? 'なし' : 'nothing';
  if (kind === 'stage' && typeof value === 'string')
    return procedure.workflow.stages.get(value)?.title ?? value;
  if (Array.isArray(value)) return value.map(String).join(', ');
  if (kind === 'value') return valueInWords(fieldAt(place, procedure), value, language);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function filled(sentence: Pair, words: Readonly<Record<string, string>>, language: Language): string {
  return sentence[language === 'ja' ? 0 : 1].replace(/\{(\w+)\}/g, (_all, name: string) => words[name] ?? '');
}
