import type { Field, Form } from '../procedure/procedure.js';
import type { Answers } from './answers.js';
import { isUnanswered } from './is-unanswered.js';
import { isMembers, ownValue } from './members.js';
import { normalizeInput } from './normalize-input.js';
import { ROW_ID, rowIds } from './row-ids.js';

/** What is known before the first question, by the first word of `x-prefill`. */
export interface PrefillSources {
  /** The applicant's own data: name, address, telephone … */
  readonly profile?: Readonly<Record<string, unknown>>;
  /** Answers of a former application of the same applicant. */
  readonly previous?: Readonly<Record<string, unknown>>;
  /** One entry of the applicant's list of stores. */
  readonly site?: Readonly<Record<string, unknown>>;
}

/** One answer that nobody typed here, and where it comes from. */
export interface PrefilledAnswer {
  /** JSON Pointer: `/applicant/name`, `/staff/rows/0/name`. */
  readonly pointer: string;
  /** Dotted path of the field. */
  readonly path: string;
  /** As the form names it: `profile.name`. Null for a `default` of the form. */
  readonly source: string | null;
  readonly value: unknown;
}

export interface Prefilled {
  /** The answers given, with the first values beside them. */
  readonly answers: Record<string, unknown>;
  readonly filled: readonly PrefilledAnswer[];
}

/**
 * First values for what is not answered yet: `x-prefill` where the source has a sound value, else `default`. Codes and
 * readings are written the way we keep them; names stay as they are. Consents, attachments and computed values are
 * never prefilled; values of the wrong kind are left out.
 *
 * A repeat without rows gets one for each entry of the list that its fields' sources lead through
 * (`previous.staff.name`, where `previous.staff` is a list); at most `maxItems`.
 *
 * @param given answers that are there already; none of them is touched
 */
export function prefillAnswers(form: Form, sources: PrefillSources, given: Answers = {}): Prefilled {
  const filled: PrefilledAnswer[] = [];
  const pages = form.pages.map(
    (page) =>
      [page.name, inFields(page.fields, ownValue(given, page.name), `/${page.name}`, '', null)] as const,
  );
  const answers = { ...given, ...Object.fromEntries(pages.filter(([, page]) => page !== undefined)) };
  return { answers, filled };

  /** @param template pointer with `*` for the row, by which the plan knows a field */
  function inFields(
    fields: readonly Field[],
    here: unknown,
    pointer: string,
    template: string,
    row: number | null,
  ): unknown {
    if (here !== undefined && here !== null && !isMembers(here)) return here;
    const added = fields.flatMap((field): (readonly [string, unknown])[] => {
      const value = inField(field, ownValue(here, field.name), pointer, template || pointer, row);
      return value === undefined ? [] : [[field.name, value]];
    });
    return added.length > 0 ? { ...here, ...Object.fromEntries(added) } : (here ?? undefined);
  }

  function inField(
    field: Field,
    here: unknown,
    parent: string,
    template: string,
    row: number | null,
  ): unknown {
    const [pointer, known] = [`${parent}/${field.name}`, `${template}/${field.name}`];
    if (field.kind === 'group') return inFields(field.fields, here, pointer, known, row);
    if (!isUnanswered(here) || field.compute || field.consent || field.kind === 'attachment') return here;
    if (field.kind === 'rows') return rowsFrom(field, pointer) ?? here;
    const accepts = form.plan.byPointer.get(known)?.accepts;
    const candidates = [
      { source: field.prefill, value: sourceValue(field, sources, row) },
      { source: null, value: field.default },
    ];
    const first = candidates.find(({ value }) => value !== undefined && accepts?.(value) === true);
    if (!first) return here;
    filled.push({ pointer, path: field.path, ...first });
    return first.value;
  }

  function rowsFrom(field: Field, pointer: string): readonly unknown[] | undefined {
    const lengths = prefillsIn(field.fields).map((source) => listLength(source, sources));
    const count = Math.min(Math.max(0, ...lengths), Number(field.schema['maxItems']));
    if (count === 0) return undefined;
    const rows = Array.from({ length: count }, (_row, index) =>
      inFields(field.fields, {}, `${pointer}/${index}`, `${pointer}/*`, index),
    );
    const ids = rowIds(rows);
    return rows.map((row, index) => ({ [ROW_ID]: ids[index], ...(isMembers(row) ? row : {}) }));
  }
}

function prefillsIn(fields: readonly Field[]): readonly string[] {
  return fields.flatMap((field) => [
    ...(field.prefill === null ? [] : [field.prefill]),
    ...prefillsIn(field.fields),
  ]);
}

/** How many entries the first list on the way to a source has; 0 without a list. */
function listLength(source: string, sources: PrefillSources): number {
  let value: unknown = sources;
  for (const step of source.split('.')) {
    value = ownValue(value, step);
    if (Array.isArray(value)) return value.length;
  }
  return 0;
}

/** @param row of the repeat: the entry to take where the way leads through a list; null outside of repeats */
function sourceValue(field: Field, sources: PrefillSources, row: number | null): unknown {
  if (field.prefill === null) return undefined;
  const value = field.prefill.split('.').reduce<unknown>((from, step) => {
    const next = ownValue(from, step);
    return Array.isArray(next) && row !== null ? (next as readonly unknown[])[row] : next;
  }, sources);
  if (typeof value !== 'string') return value ?? undefined;
  return value.trim() === '' ? undefined : normalizeInput(field, value);
}
