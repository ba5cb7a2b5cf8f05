import type { Expression } from '../expression/index.js';
import type { Procedure } from '../procedure/procedure.js';
import type { FormMap, Spot } from './form-map.js';

/** What of a result can change. */
export type ResultKind =
  'value' | 'asked' | 'problem' | 'warning' | 'stage' | 'effects' | 'refused' | 'stopped';

/** A part of the definition that is otherwise than before. */
export interface ResultCause {
  /** Where it stands: a pointer into the form with its keyword, the file of a table, a stage. */
  readonly place: string;
  readonly kind: 'expression' | 'table' | 'field' | 'check' | 'stage';
  /** Null where there was none, or is none now. */
  readonly from: string | null;
  readonly to: string | null;
}

/** The differing parts of the definition that a result reads, the nearest first. */
export function causesOf(
  before: Procedure,
  after: Procedure,
  maps: readonly [FormMap, FormMap],
  kind: ResultKind,
  place: string,
): readonly ResultCause[] {
  if (kind === 'stage' || kind === 'effects' || kind === 'refused' || kind === 'stopped') {
    return [
      ...reviewCauses(before, after),
      ...[...maps[1].spots.keys()].flatMap((pointer) => fieldCauses(maps, pointer)),
      ...checkCauses(before, after),
      ...tableCauses(before, after, null),
    ];
  }
  const pointer = place.replace(/\/(?:@[^/]+|\d+)(?=\/|$)/, '/*');
  const read = readBy(maps, pointer, kind === 'problem' || kind === 'warning' ? [before, after] : []);
  const tables = new Set([...read].filter((name) => name.startsWith('tables.')));
  return unique([
    ...(kind === 'problem' || kind === 'warning' ? checkCauses(before, after, pointer) : []),
    ...[...read].flatMap((name) => fieldCauses(maps, name)),
    ...tableCauses(before, after, tables),
  ]);
}

/** Pointers and tables on which an answer depends in one version or the other, itself first. */
function readBy(
  maps: readonly [FormMap, FormMap],
  start: string,
  checks: readonly Procedure[],
): ReadonlySet<string> {
  const found = new Set<string>([start]);
  const follow = (map: FormMap, expression: Expression | null, repeat: string | null) => {
    for (const read of expression?.reads ?? []) {
      if (read.startsWith('tables.')) found.add(read.split('.').slice(0, 2).join('.'));
      const spot = map.spotRead(read, repeat);
      if (spot) found.add(spot.pointer);
    }
  };
  for (const { form } of checks) {
    for (const { check, owner, target, repeat } of form.plan.checks) {
      for (const map of maps) {
        const stands = [owner, target].some((step) => step && map.spotOf(step)?.pointer === start);
        if (stands) follow(map, check.expression, repeat?.pointer ?? null);
      }
    }
  }
  // The set grows while it is walked; each name is visited once.
  for (const pointer of found) {
    for (const map of maps) {
      const spot = map.spots.get(pointer);
      if (!spot) continue;
      follow(map, spot.step.compute, spot.repeat);
      for (const around of map.within(spot)) {
        if (around.step.askWhen) found.add(around.pointer);
        follow(map, around.step.askWhen, around.repeat);
      }
    }
  }
  return found;
}

function fieldCauses([was, is]: readonly [FormMap, FormMap], pointer: string): readonly ResultCause[] {
  const [before, after] = [was.spots.get(pointer), is.spots.get(pointer)];
  if (!before && !after) return [];
  const pairs = [
    ['x-compute', before?.step.compute?.source, after?.step.compute?.source],
    ['x-askWhen', before?.step.askWhen?.source, after?.step.askWhen?.source],
  ] as const;
  const expressions = pairs.flatMap(([keyword, from, to]): ResultCause[] =>
    from === to
      ? []
      : [{ kind: 'expression', place: `${pointer}#${keyword}`, from: from ?? null, to: to ?? null }],
  );
  const [from, to] = [ruleOf(before), ruleOf(after)];
  return from === to ? expressions : [...expressions, { kind: 'field', place: pointer, from, to }];
}

/** What the form asks of the answer itself. */
function ruleOf(spot: Spot | undefined): string | null {
  const field = spot?.step.field;
  if (!field) return spot ? '' : null;
  const own = field.kind === 'group' || field.kind === 'rows' ? {} : field.schema;
  return JSON.stringify({ ...own, required: field.required });
}

function checkCauses(before: Procedure, after: Procedure, pointer?: string): readonly ResultCause[] {
  const checksOf = ({ form }: Procedure) =>
    new Map(
      form.plan.checks.map(({ check, owner, target }) => {
        const places = [owner, target].flatMap((step) => (step ? [step] : []));
        return [`${check.target} ${check.id}`, { check, places }] as const;
      }),
    );
  const [was, is] = [checksOf(before), checksOf(after)];
  const wanted = pointer?.slice(1).replaceAll('/*', '[]').replaceAll('/', '.');
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key): ResultCause[] => {
    const target = (is.get(key) ?? was.get(key))?.check.target;
    if (wanted !== undefined && target !== wanted) return [];
    const [from, to] = [was, is].map((one) => {
      const check = one.get(key)?.check;
      return check ? `${check.expression.source} (${check.level})` : null;
    });
    return from === to ? [] : [{ kind: 'check', place: key, from: from ?? null, to: to ?? null }];
  });
}

/** @param only names as expressions read them (`tables.rates`); null for all */
function tableCauses(
  before: Procedure,
  after: Procedure,
  only: ReadonlySet<string> | null,
): readonly ResultCause[] {
  const names = [...new Set([...Object.keys(before.form.tables), ...Object.keys(after.form.tables)])];
  return names.flatMap((name): ResultCause[] => {
    if (only && !only.has(`tables.${name}`)) return [];
    const [was, is] = [before, after].map(({ form }) =>
      (form.tables[name] ?? []).map((row) => JSON.stringify(row)),
    );
    const gone = (was ?? []).filter((row) => !is?.includes(row));
    const come = (is ?? []).filter((row) => !was?.includes(row));
    if (gone.length === 0 && come.length === 0) return [];
    return [
      {
        kind: 'table',
        place: `tables/${name}.csv`,
        from: gone.join('\n') || null,
        to: come.join('\n') || null,
      },
    ];
  });
}

function reviewCauses(before: Procedure, after: Procedure): readonly ResultCause[] {
  const stages = [...new Set([...before.workflow.stages.keys(), ...after.workflow.stages.keys()])];
  return stages.flatMap((name): ResultCause[] => {
    const [from, to] = [before, after].map(({ workflow }) => {
      const stage = workflow.stages.get(name);
      return stage ? textOf(stage) : null;
    });
    return from === to
      ? []
      : [{ kind: 'stage', place: `/stages/${name}`, from: from ?? null, to: to ?? null }];
  });
}

/** A stage as text, its expressions by their source. */
function textOf(value: unknown): string {
  return JSON.stringify(value, (_key, inside: unknown) => {
    if (inside instanceof Map) return Object.fromEntries(inside as Map<string, unknown>);
    const isExpression =
      typeof inside === 'object' && inside !== null && 'source' in inside && 'reads' in inside;
    return isExpression ? inside.source : inside;
  });
}

function unique(causes: readonly ResultCause[]): readonly ResultCause[] {
  return [...new Map(causes.map((cause) => [`${cause.kind} ${cause.place}`, cause])).values()];
}
