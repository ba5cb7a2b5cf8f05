import { EVERYONE, type Change, type Impact, AUTHOR } from './change.js';
import { type Differ, labelIn, type SideBySide } from './comparison.js';
import { diffField } from './diff-field.js';
import { diffPage } from './diff-page.js';
import { inputsWithin, type FormNode, placeOf } from './form-tree.js';

/** Pages and fields that came, went, moved, or are not what they were. */
export const diffForm: Differ = (sides) => {
  const { pairs, removed, added, before, after } = sides.form;
  return [
    ...removed.map((node) => removal(node, sides)),
    ...added.map((node) => addition(node, sides)),
    ...[...pairs].flatMap(([old, now]) => [
      ...whereabouts(old, now, sides),
      ...(now.page ? diffPage(old, now, sides) : diffField(old, now, sides)),
      ...reordered(old.children, now.children, now, sides),
    ]),
    ...reordered(before.pages, after.pages, null, sides),
  ];
};

export function subjectOf({ page, path }: FormNode): Change['subject'] {
  return { kind: page ? 'page' : 'field', name: path };
}

function removal(node: FormNode, sides: SideBySide): Change {
  const lost = inputsWithin(node).filter((input) => !sides.form.pairs.has(input));
  const isComputed = node.field !== null && node.field.compute !== null;
  const code = node.page
    ? 'page-removed'
    : isComputed
      ? 'computed-removed'
      : node.children.length > 0
        ? 'group-removed'
        : 'field-removed';
  return {
    code,
    place: placeOf(node),
    subject: subjectOf(node),
    who: EVERYONE,
    impact: lost.length > 0 ? 'loses-answer' : isComputed ? 'changes-result' : 'none',
    params: { field: labelIn(sides, node), count: lost.length },
    before: node.title,
    after: null,
  };
}

function addition(node: FormNode, sides: SideBySide): Change {
  const fresh = [...new Set(sides.form.pairs.values())];
  const asked = inputsWithin(node).filter((input) => !fresh.includes(input));
  const needed = asked.filter((input) => mustBeAnswered(input, node));
  const isComputed = node.field !== null && node.field.compute !== null;
  const code = node.page
    ? 'page-added'
    : isComputed
      ? 'computed-added'
      : node.children.length > 0
        ? 'group-added'
        : needed.length > 0
          ? 'required-field-added'
          : 'field-added';
  const impact: Impact =
    isComputed || asked.length === 0 ? 'none' : needed.length > 0 ? 'asks-more' : 'looser';
  return {
    code,
    place: placeOf(node),
    subject: subjectOf(node),
    who: EVERYONE,
    impact,
    params: { field: labelIn(sides, node), count: asked.length, page: pageOf(node).title },
    before: null,
    after: node.title,
  };
}

/** Required all the way up to what was added: a required question of an optional group may be left out with it. */
function mustBeAnswered(input: FormNode, top: FormNode): boolean {
  if (input.field && !input.field.required && !input.field.consent) return false;
  return input === top || input.parent === null || input.parent.page !== null || input.parent.kind === 'group'
    ? true
    : mustBeAnswered(input.parent, top);
}

/** Renamed, or moved to another page or group. */
function whereabouts(old: FormNode, now: FormNode, sides: SideBySide): readonly Change[] {
  const { pairs } = sides.form;
  const hasMoved = old.parent !== null && pairs.get(old.parent) !== now.parent;
  const isRenamed = old.name !== now.name;
  if (!hasMoved && !isRenamed) return [];
  return [
    {
      code: hasMoved ? 'field-moved' : now.page ? 'page-renamed' : 'field-renamed',
      place: placeOf(now),
      subject: subjectOf(now),
      who: hasMoved ? EVERYONE : AUTHOR,
      impact: 'none',
      params: {
        field: labelIn(sides, now),
        from: hasMoved ? (old.parent?.title ?? '') : old.path,
        to: hasMoved ? (now.parent?.title ?? '') : now.path,
      },
      before: old.path,
      after: now.path,
    },
  ];
}

/** Said once for a container, and only for what stands in both versions. */
function reordered(
  olds: readonly FormNode[],
  nows: readonly FormNode[],
  container: FormNode | null,
  sides: SideBySide,
): readonly Change[] {
  const { pairs } = sides.form;
  const kept = olds.flatMap((old) => {
    const now = pairs.get(old);
    return now && nows.includes(now) ? [now] : [];
  });
  const order = nows.filter((now) => kept.includes(now));
  if (kept.every((node, index) => node === order[index])) return [];
  return [
    {
      code: container ? 'fields-reordered' : 'pages-reordered',
      place: container ? placeOf(container) : 'form.schema.json#/properties',
      subject: container ? subjectOf(container) : { kind: 'procedure', name: '' },
      who: EVERYONE,
      impact: 'none',
      params: { field: container ? labelIn(sides, container) : '' },
      before: kept.map(({ title }) => title),
      after: order.map(({ title }) => title),
    },
  ];
}

function pageOf(node: FormNode): FormNode {
  return node.parent ? pageOf(node.parent) : node;
}
