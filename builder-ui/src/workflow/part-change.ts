import type { JsonValue, Operation, WorkflowList, WorkflowPart } from '#engine';
import { isMembers, listOf, type Members } from './draft-workflow.js';
import type { Selection } from './selection.js';

/** Steps within a stage, an action, a timer, or within workflow.json itself. */
export type Path = readonly (string | number)[];

export type PartChange =
  /** null takes it away. */
  | { readonly kind: 'set'; readonly path: Path; readonly value: JsonValue }
  /** Into the list there, last where no place is said. */
  | { readonly kind: 'insert'; readonly path: Path; readonly value: JsonValue; readonly index?: number }
  | { readonly kind: 'remove'; readonly path: Path }
  | { readonly kind: 'move'; readonly path: Path; readonly to: number };

/**
 * The operation for one change in the inspector. An entry of a list is changed by itself, so that two authors who work on
 * two of them do not meet.
 *
 * @param value the stage, action or timer as it is now
 */
export function operationFor(selection: Selection, value: Members, change: PartChange): Operation {
  const { path } = change;
  const part = partOf(selection);
  if (!part && path.length === 2 && (path[0] === 'roles' || path[0] === 'teams')) {
    const own = { of: path[0], name: String(path[1]) } as const;
    if (change.kind === 'remove') return { kind: 'remove-part', part: own };
    if (change.kind === 'set' && isMembers(change.value) && !isMembers(at(value, path)))
      return { kind: 'add-part', part: own, value: change.value };
  }
  if (!part && path.length > 2 && (path[0] === 'roles' || path[0] === 'teams')) {
    const held = at(value, path.slice(0, 3)) ?? null;
    return {
      kind: 'set-part',
      part: { of: path[0], name: String(path[1]) },
      keyword: String(path[2]),
      value: applied(held, { ...change, path: path.slice(3) }),
    };
  }
  for (let length = 1; length <= path.length; length++) {
    const list = listAt(selection, path.slice(0, length));
    if (!list) continue;
    const entry = entryOperation(list, listOf(at(value, path.slice(0, length))), change, length);
    if (entry) return entry;
  }
  const keyword = String(path[0]);
  const kept = applied(value[keyword] ?? null, { ...change, path: path.slice(1) });
  if (part) return { kind: 'set-part', part, keyword, value: kept };
  return keyword === 'start' && typeof kept === 'string'
    ? { kind: 'set-start', stage: kept }
    : { kind: 'set-workflow', keyword, value: kept };
}

function entryOperation(
  list: WorkflowList,
  entries: readonly JsonValue[],
  change: PartChange,
  length: number,
): Operation | null {
  const { path } = change;
  if (path.length === length)
    return change.kind === 'insert'
      ? {
          kind: 'add-entry',
          list,
          value: change.value,
          ...(change.index === undefined ? {} : { index: change.index }),
        }
      : null;
  const index = Number(path[length]);
  if (path.length === length + 1) {
    if (change.kind === 'remove') return { kind: 'remove-entry', list, index };
    if (change.kind === 'move') return { kind: 'move-entry', list, index, to: change.to };
  }
  const entry = entries[index];
  if (entry === undefined) return null;
  const value = applied(entry, { ...change, path: path.slice(length + 1) });
  return { kind: 'set-entry', list, index, value };
}

const OF_REVIEW = ['reasons', 'highlights', 'access', 'overrides', 'proofs', 'onArrival'] as const;

function listAt(selection: Selection, path: Path): WorkflowList | null {
  const name = path.join('/');
  if (selection.kind === 'review') {
    const of = OF_REVIEW.find((one) => one === name);
    return of ? { of } : null;
  }
  const { stage } = selection;
  if (selection.kind !== 'stage')
    return name === 'routes' || name === 'effects'
      ? { of: name, stage, [selection.kind]: selection.name }
      : null;
  if (name === 'approvers/steps') return { of: 'steps', stage };
  return name === 'routes' || name === 'checks' || name === 'checklist' ? { of: name, stage } : null;
}

/** Null for the review as a whole. */
export function partOf(selection: Selection): WorkflowPart | null {
  switch (selection.kind) {
    case 'review':
      return null;
    case 'stage':
      return { of: 'stages', name: selection.stage };
    case 'action':
      return { of: 'actions', stage: selection.stage, name: selection.name };
    case 'timer':
      return { of: 'timers', stage: selection.stage, name: selection.name };
  }
}

export function at(value: JsonValue, path: Path): JsonValue | undefined {
  return path.reduce<JsonValue | undefined>((held, one) => {
    if (Array.isArray(held)) return (held as readonly JsonValue[])[Number(one)];
    return isMembers(held) && Object.hasOwn(held, one) ? held[one] : undefined;
  }, value);
}

/** The value after a change within it. */
export function applied(value: JsonValue, change: PartChange): JsonValue {
  const { path } = change;
  const [first, ...rest] = path;
  if (change.kind === 'insert' && first === undefined) {
    const list = listOf(value);
    const index = change.index ?? list.length;
    return [...list.slice(0, index), change.value, ...list.slice(index)];
  }
  if (first === undefined) return change.kind === 'set' ? change.value : value;
  if (Array.isArray(value) || typeof first === 'number') return inList(listOf(value), first, rest, change);
  const members = isMembers(value) ? value : {};
  const own = String(first);
  const isLast = rest.length === 0;
  const gone = isLast && (change.kind === 'remove' || (change.kind === 'set' && change.value === null));
  if (gone) return Object.fromEntries(Object.entries(members).filter(([key]) => key !== own));
  return { ...members, [own]: applied(members[own] ?? null, { ...change, path: rest }) };
}

function inList(
  list: readonly JsonValue[],
  first: string | number,
  rest: Path,
  change: PartChange,
): JsonValue {
  const index = Number(first);
  if (rest.length === 0 && change.kind === 'remove') return list.filter((_, other) => other !== index);
  if (rest.length === 0 && change.kind === 'move') {
    const others = list.filter((_, other) => other !== index);
    return [...others.slice(0, change.to), list[index] ?? null, ...others.slice(change.to)];
  }
  const now = applied(list[index] ?? null, { ...change, path: rest });
  return index < list.length ? list.map((one, other) => (other === index ? now : one)) : [...list, now];
}
