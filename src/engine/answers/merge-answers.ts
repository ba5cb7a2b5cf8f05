import type { Field, Form } from '../procedure/procedure.js';
import type { Answers } from './answers.js';
import { isUnanswered } from './is-unanswered.js';
import { isMembers, ownValue } from './members.js';
import { ROW_ID, rowIds } from './row-ids.js';
import { sameAnswer } from './same-answer.js';

/** One place that both sides have changed, each in its own way: only the person who typed can know which holds. */
export interface AnswerConflict {
  /** JSON Pointer with rows by id: `/sales/rows/@k3Yx/amount`; a row itself where one side took away what the other changed. */
  readonly path: string;
  /** Null where that side has no answer any more. */
  readonly mine: unknown;
  readonly theirs: unknown;
}

export interface MergedAnswers {
  /** What either side has typed. Where they conflict it is mine, and a row that one of them changed is there. */
  readonly answers: Record<string, unknown>;
  /** In the order of the screen. */
  readonly conflicts: readonly AnswerConflict[];
}

/**
 * Puts together what was typed in two places since both had the same answers: question by question, rows by their
 * ids, files one by one. What only one side has changed is taken from there. Computed values are left to be made anew.
 *
 * @param base what both began with
 */
export function mergeAnswers(form: Form, base: Answers, mine: Answers, theirs: Answers): MergedAnswers {
  const conflicts: AnswerConflict[] = [];
  const pages = form.pages.flatMap((page): (readonly [string, unknown])[] => {
    const sides = { base: base[page.name], mine: mine[page.name], theirs: theirs[page.name] };
    const merged = inFields(page.fields, sides, `/${page.name}`, conflicts);
    return merged === undefined ? [] : [[page.name, merged]];
  });
  return { answers: Object.fromEntries(pages), conflicts };
}

interface Sides {
  readonly base: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
}

type Members = Readonly<Record<string, unknown>>;

function inFields(
  fields: readonly Field[],
  sides: Sides,
  parent: string,
  conflicts: AnswerConflict[],
): Members | undefined {
  const { mine, theirs } = sides;
  if (!isMembers(mine) && !isMembers(theirs)) return undefined;
  const merged = fields.flatMap((field): (readonly [string, unknown])[] => {
    const { name } = field;
    const value = inField(
      field,
      { base: ownValue(sides.base, name), mine: ownValue(mine, name), theirs: ownValue(theirs, name) },
      `${parent}/${name}`,
      conflicts,
    );
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries(merged);
}

function inField(field: Field, sides: Sides, path: string, conflicts: AnswerConflict[]): unknown {
  if (field.compute !== null || field.fromApplication !== null) return undefined;
  if (field.kind === 'group') return inFields(field.fields, sides, path, conflicts);
  if (field.kind === 'rows') return inRows(field, sides, path, conflicts);
  const { base, mine, theirs } = sides;
  if (isLike(mine, theirs) || isLike(base, theirs)) return mine;
  if (isLike(base, mine)) return theirs;
  if (field.kind === 'attachment') return filesOfBoth(sides);
  conflicts.push({ path, mine: mine ?? null, theirs: theirs ?? null });
  return mine;
}

function isLike(a: unknown, b: unknown): boolean {
  return (isUnanswered(a) && isUnanswered(b)) || sameAnswer(a, b);
}

/** Every file that either side has added, without those that either has taken away. */
function filesOfBoth({ base, mine, theirs }: Sides): unknown {
  const [was, ours, others] = [listOf(base), listOf(mine), listOf(theirs)];
  const kept = ours.filter((id) => others.includes(id) || !was.includes(id));
  const added = others.filter((id) => !ours.includes(id) && !was.includes(id));
  return kept.length + added.length > 0 ? [...kept, ...added] : undefined;
}

function inRows(
  field: Field,
  { base, mine, theirs }: Sides,
  path: string,
  conflicts: AnswerConflict[],
): unknown {
  if (!Array.isArray(mine) && !Array.isArray(theirs)) return mine ?? theirs;
  const [was, ours, others] = [rowsById(base), rowsById(mine), rowsById(theirs)];
  const rows = orderOf([...was.keys()], [...ours.keys()], [...others.keys()]).flatMap((id): Members[] => {
    const sides = { base: was.get(id), mine: ours.get(id), theirs: others.get(id) };
    const at = `${path}/@${id}`;
    const only = sides.mine ?? sides.theirs;
    if (sides.mine === undefined || sides.theirs === undefined) {
      if (sides.base === undefined) return only ? [only] : [];
      if (sameAnswer(sides.base, only)) return [];
      conflicts.push({ path: at, mine: sides.mine ?? null, theirs: sides.theirs ?? null });
      return only ? [only] : [];
    }
    return [{ [ROW_ID]: id, ...inFields(field.fields, sides, at, conflicts) }];
  });
  return rows.length > 0 ? rows : undefined;
}

function rowsById(value: unknown): ReadonlyMap<string, Members> {
  const rows = listOf(value);
  const ids = rowIds(rows);
  return new Map(
    rows.flatMap((row, index): (readonly [string, Members])[] =>
      isMembers(row) ? [[ids[index] ?? '', row]] : [],
    ),
  );
}

/** The order of whoever has moved a row, with the other's new rows behind those that they followed there. */
function orderOf(
  was: readonly string[],
  ours: readonly string[],
  others: readonly string[],
): readonly string[] {
  const stayed = (ids: readonly string[]) => ids.filter((id) => was.includes(id));
  const untouched = sameAnswer(
    stayed(ours),
    was.filter((id) => ours.includes(id)),
  );
  const [first, second] = untouched ? [others, ours] : [ours, others];
  const order = [...first];
  second.forEach((id, index) => {
    if (order.includes(id)) return;
    const before = second
      .slice(0, index)
      .filter((each) => order.includes(each))
      .at(-1);
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, id);
  });
  return order;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
