import type { Form, Procedure } from '../procedure/procedure.js';
import { valueAt } from './answers-at.js';
import type { FormCover, Found } from './cover-form.js';
import { differences } from './cover-form.js';
import type { FormGoal } from './form-goals.js';
import type { FormMap } from './form-map.js';
import type { ReviewWalk } from './review-walk.js';

const MOST_PARTS = 3;
const MOST_LETTERS = 18;
/** Of a whole title; it stands in lists. */
const MOST_IN_TITLE = 60;

/** What distinguishes an applicant: a title for people, and a word for the file. */
export interface Description {
  readonly title: string;
  readonly slug: string;
}

/**
 * Names an applicant after what they are there for, in the words of the form: what they chose, the check that stands
 * against them, the boundary they stand at, and where the review ends.
 *
 * @param news goals that nobody before them reached
 */
export function describeApplicant(
  procedure: Procedure,
  map: FormMap,
  { ordinary }: FormCover,
  { look }: Found,
  news: readonly FormGoal[],
  walk: ReviewWalk | null,
): Description {
  const { form } = procedure;
  const failed = news.find(({ goal }) => goal.kind === 'check-failed');
  const target = failed?.fails && titleOf(form, map, failed.fails.target ?? failed.fails.owner);
  const verdict = failed?.fails?.check.level === 'warning' ? 'に注意が付く' : 'が決まりに合わない';
  const chosen = choicesIn(form, ordinary.given, look.given, news);
  const edges = news.filter(({ goal }) => goal.kind === 'boundary').map(({ goal }) => edgeOf(goal, map));
  const end = walk?.steps.at(-1)?.result.state.stage;
  const ending = end === undefined ? '' : ` → ${short(procedure.workflow.stages.get(end)?.title ?? end)}`;
  const parts = [
    ...(failed
      ? [`「${short(target ?? form.id)}」${verdict}（${failed.goal.detail}）`]
      : chosen.slice(0, MOST_PARTS)),
    ...unique(edges).slice(0, failed ? 0 : 2),
  ];
  const plain = news.length > 0 || !walk ? 'ふつうの申請' : '審査の道すじ';
  const title = parts.length > 0 ? fitting(parts, MOST_IN_TITLE - [...ending].length) : plain;
  return { title: title + ending, slug: slugOf(news, failed ?? null, end) };
}

/** As many of the parts as there is room for, the first in any case. */
function fitting([first = '', ...rest]: readonly string[], room: number): string {
  const letters = [...first];
  if (letters.length > room) return `${letters.slice(0, room - 1).join('')}…`;
  return rest.reduce((title, part) => {
    const longer = `${title}・${part}`;
    return [...longer].length > room ? title : longer;
  }, first);
}

/**
 * The choices made otherwise than by the ordinary applicant: first those that nobody before them made, then the
 * others, in the order of the screen.
 */
function choicesIn(
  form: Form,
  ordinary: unknown,
  given: unknown,
  news: readonly FormGoal[],
): readonly string[] {
  const changed = new Set(differences(ordinary, given).map(([pointer]) => pointer));
  const isNew = new Set(news.flatMap(({ goal }) => (goal.kind === 'choice' ? [goal.place] : [])));
  const choices = [...form.fields.values()].flatMap((field) => {
    const pointer = `/${field.path.replaceAll('.', '/')}`;
    if (!changed.has(pointer) || field.compute) return [];
    const value = valueAt(given, pointer);
    const option = field.options?.find((one) => one.value === value);
    const yes = field.kind === 'boolean' && value === true ? `${short(field.title)}：はい` : null;
    const words = option ? short(option.title) : yes;
    return words === null ? [] : [{ words, isNew: isNew.has(pointer) }];
  });
  return [...choices.filter((one) => one.isNew), ...choices.filter((one) => !one.isNew)].map(
    ({ words }) => words,
  );
}

function titleOf(form: Form, map: FormMap, step: Parameters<FormMap['spotOf']>[0] | null): string {
  const spot = step && map.spotOf(step);
  return spot?.step.field?.title ?? form.pages.find((page) => page.name === step?.name)?.title ?? form.id;
}

/** `お店を開いた日が境目のすぐ下` */
function edgeOf({ place, detail }: FormGoal['goal'], map: FormMap): string {
  const side = detail.includes(' just below ')
    ? 'のすぐ下'
    : detail.includes(' just above ')
      ? 'のすぐ上'
      : 'ちょうど';
  return `${short(titleAt(map, place))}が境目${side}`;
}

function titleAt(map: FormMap, place: string): string {
  const spot = map.spots.get(place.split('#')[0] ?? '');
  return spot?.step.field?.title ?? spot?.step.name ?? place;
}

/** Without what stands in brackets, and not longer than a title bears. */
function short(title: string): string {
  const plain = title.replace(/[（(][^）)]*[）)]/gu, '').trim();
  const letters = [...(plain === '' ? title : plain)];
  return letters.length > MOST_LETTERS ? `${letters.slice(0, MOST_LETTERS).join('')}…` : letters.join('');
}

function slugOf(news: readonly FormGoal[], failed: FormGoal | null, end: string | undefined): string {
  const telling =
    failed ??
    news.find(({ goal }) => goal.kind === 'choice') ??
    news.find(({ goal }) => goal.kind !== 'asked');
  const { place = '', detail = '' } = telling?.goal ?? {};
  const name = (place.split('#')[0] ?? '').split('/').at(-1) ?? '';
  const words =
    telling?.goal.kind === 'check-failed'
      ? [name, detail]
      : telling?.goal.kind === 'choice'
        ? [name, detail]
        : [name];
  const slug = [...words, ...(telling ? [] : ['ordinary']), ...(end === undefined ? [] : ['to', end])]
    .join('-')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
  return slug === '' ? 'applicant' : slug;
}

function unique(words: readonly string[]): readonly string[] {
  return [...new Set(words)];
}
