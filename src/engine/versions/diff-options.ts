import type { Option } from '../procedure/procedure.js';
import { APPLICANT, type Change, EVERYONE, type Impact } from './change.js';
import { labelIn, type SideBySide } from './comparison.js';
import { type FormNode, placeOf } from './form-tree.js';

/** Where a list of choices is another list altogether, the first of them say enough. */
const MOST_NAMED = 20;

/** Choices that came, went, or are called otherwise. A choice is known by its value. */
export function diffOptions(old: FormNode, now: FormNode, sides: SideBySide): readonly Change[] {
  const [was, is] = [old.field?.options ?? [], now.field?.options ?? []];
  const change = teller(now, sides, placeOf(now), EVERYONE);
  const gone = was.filter(({ value }) => !find(is, value));
  const fresh = is.filter(({ value }) => !find(was, value));
  const changes = [
    ...gone.map(({ value, title }) => change('option-removed', 'stricter', { option: title }, value, null)),
    ...fresh.map(({ value, title }) => change('option-added', 'looser', { option: title }, null, value)),
    ...is.flatMap(({ value, title }) => {
      const before = find(was, value);
      if (!before || before.title === title) return [];
      return [change('option-title', 'words', { from: before.title, to: title }, before.title, title)];
    }),
  ];
  const kept = was.filter(({ value }) => find(is, value)).map(({ value }) => value);
  const order = is.filter(({ value }) => find(was, value)).map(({ value }) => value);
  const reordered = kept.every((value, index) => value === order[index])
    ? []
    : [change('options-reordered', 'none', {}, kept, order)];
  if (changes.length <= MOST_NAMED) return [...changes, ...reordered];
  const rest = changes.slice(MOST_NAMED);
  const gravest: Impact = rest.some(({ impact }) => impact === 'stricter') ? 'stricter' : 'looser';
  return [
    ...changes.slice(0, MOST_NAMED),
    change('options-more', gravest, { count: rest.length }, was.length, is.length),
    ...reordered,
  ];
}

function find(options: readonly Option[], value: Option['value']): Option | undefined {
  return options.find((option) => option.value === value);
}

/** What may be uploaded, how much, and the picture that shows it. */
export function diffAttachment(old: FormNode, now: FormNode, sides: SideBySide): readonly Change[] {
  const [was, is] = [old.field?.attachment, now.field?.attachment];
  if (!was || !is) return [];
  const change = teller(now, sides, `${placeOf(now)}/x-attachment`, APPLICANT);
  const bounds = (['maxBytes', 'maxCount'] as const).flatMap((setting) => {
    const [before, after] = [was[setting], is[setting]];
    if (before === after) return [];
    return [
      after > before
        ? change('limit-loosened', 'looser', { setting }, before, after)
        : change('limit-tightened', 'stricter', { setting }, before, after),
    ];
  });
  return [
    ...was.accept
      .filter((type) => !is.accept.includes(type))
      .map((type) => change('file-type-removed', 'stricter', { type }, type, null)),
    ...is.accept
      .filter((type) => !was.accept.includes(type))
      .map((type) => change('file-type-added', 'looser', { type }, null, type)),
    ...bounds,
    ...(was.example === is.example ? [] : [change('file-example', 'words', {}, was.example, is.example)]),
  ];
}

/** How a difference of one question is told: what happened, how grave it is, and the two sides of it. */
function teller(now: FormNode, sides: SideBySide, place: string, who: Change['who']) {
  return (
    code: string,
    impact: Impact,
    params: Change['params'],
    before: unknown,
    after: unknown,
  ): Change => ({
    code,
    place,
    subject: { kind: 'field', name: now.path },
    who,
    impact,
    params: { field: labelIn(sides, now), ...params },
    before,
    after,
  });
}
