import type { Language } from '../problem-text/words.js';
import type { Field, Procedure } from '../procedure/procedure.js';
import type { Goal, GoalKind } from './goal.js';

/** What stands in the braces is put in: the title of the place, and the detail. */
const SENTENCES: Readonly<Record<GoalKind, readonly [ja: string, en: string]>> = {
  asked: ['「{title}」をたずねられる人', 'somebody who is asked “{title}”'],
  'not-asked': ['「{title}」をたずねられない人', 'somebody who is not asked “{title}”'],
  choice: ['「{title}」で「{detail}」と答える人', 'somebody who answers “{detail}” to “{title}”'],
  branch: ['「{title}」の式で {detail} を通る人', 'somebody who takes the branch {detail} of “{title}”'],
  alone: [
    '「{title}」の条件のうち {detail} だけに当てはまる人',
    'somebody who meets {detail} of the conditions of “{title}”',
  ],
  boundary: ['「{title}」の境目 {detail} にいる人', 'somebody at the boundary {detail} of “{title}”'],
  'check-held': [
    '「{title}」の点検 {detail} に合う人',
    'somebody who passes the check {detail} of “{title}”',
  ],
  'check-failed': [
    '「{title}」の点検 {detail} に合わない人',
    'somebody who fails the check {detail} of “{title}”',
  ],
  'stage-check': [
    '段階「{title}」の自動点検 {detail} に合わない人',
    'somebody who fails the automatic check {detail} of “{title}”',
  ],
  stage: ['段階「{title}」に進む申請', 'an application that comes to the stage “{title}”'],
  end: ['「{title}」で終わる申請', 'an application that ends as “{title}”'],
  route: ['「{title}」から {detail} へ進む申請', 'an application that goes from “{title}” to {detail}'],
  action: ['操作「{title}」を受ける申請', 'an application on which “{title}” is done'],
  timer: ['期限「{title}」が来る申請', 'an application for which the timer “{title}” fires'],
  message: ['メッセージ {detail} が届く申請', 'an application for which the message {detail} is sent'],
  notice: ['通知 {detail} が出る申請', 'an application for which the notice {detail} is issued'],
};

/** Who or what a goal asks for, in plain words. */
export function describeGoal(
  { kind, place, detail }: Goal,
  procedure: Procedure,
  language: Language,
): string {
  const sentence = SENTENCES[kind][language === 'ja' ? 0 : 1];
  const words = {
    title: titleOfPlace(place, procedure),
    detail: detailInWords(kind, place, detail, procedure),
  };
  return sentence.replace(/\{(title|detail)\}/g, (_all, name: 'title' | 'detail') => words[name]);
}

/** The title of a question, page, stage, action or timer; the place itself where there is none. */
export function titleOfPlace(place: string, procedure: Procedure): string {
  const { form, workflow } = procedure;
  const [pointer = ''] = place.split('#');
  const [, root, stageName = '', kind, name = ''] = pointer.split('/');
  const stage = root === 'stages' ? workflow.stages.get(stageName) : undefined;
  if (stage) {
    const inside =
      kind === 'actions' ? stage.actions.get(name) : kind === 'timers' ? stage.timers.get(name) : undefined;
    return inside?.title ?? stage.title;
  }
  const page = form.pages.find(({ name: own }) => `/${own}` === pointer);
  const title = fieldAt(pointer, procedure)?.title ?? page?.title;
  return title ?? (pointer === '' ? form.id : pointer);
}

/** The question at a pointer, with `*`, a number or an id for a row. */
export function fieldAt(pointer: string, { form }: Procedure): Field | null {
  const path = pointer
    .slice(1)
    .replace(/\/(?:\*|@[^/]+|\d+)(?=\/|$)/g, '[]')
    .replaceAll('/', '.');
  return form.fields.get(path) ?? null;
}

function detailInWords(kind: GoalKind, place: string, detail: string, procedure: Procedure): string {
  if (kind === 'choice') {
    return fieldAt(place, procedure)?.options?.find(({ value }) => String(value) === detail)?.title ?? detail;
  }
  return kind === 'route' ? (procedure.workflow.stages.get(detail)?.title ?? detail) : detail;
}
