import { type JsonValue, type ProcedureFiles, readRecords } from '#engine';

export type Members = Readonly<Record<string, JsonValue>>;

/** What leads from a stage: an action, a timer, or an automatic check itself. */
export interface WayOwner {
  readonly kind: 'action' | 'timer' | 'check';
  /** Empty for a check. */
  readonly name: string;
  readonly title: string;
}

/** One route as it is written; one of a routing table for each stage that the table names. */
export interface Way {
  readonly from: string;
  /** A name that no stage has is kept: the compiler says what is wrong with it. */
  readonly to: string;
  readonly owner: WayOwner;
  /** Place among the routes of its owner. */
  readonly index: number;
  readonly when: string | null;
  readonly table: string | null;
  readonly isDefault: boolean;
}

export interface DraftPart {
  readonly name: string;
  readonly title: string;
  readonly value: Members;
}

export interface DraftStage extends DraftPart {
  /** As written; '' where nothing is. */
  readonly kind: string;
  readonly actions: readonly DraftPart[];
  readonly timers: readonly DraftPart[];
  readonly ways: readonly Way[];
}

/** A review as far as it is written: of work in progress much may be missing. */
export interface DraftWorkflow {
  readonly value: Members;
  readonly start: string;
  readonly stages: readonly DraftStage[];
  readonly roles: readonly DraftPart[];
}

/** Back to the stage that asked for the correction. */
export const ORIGIN = '@origin';

let last: { readonly key: readonly (string | undefined)[]; readonly workflow: DraftWorkflow | null } | null =
  null;

/** Null where the file is no JSON object. */
export function readDraftWorkflow(files: ProcedureFiles): DraftWorkflow | null {
  const tables = Object.keys(files).filter((file) => file.startsWith('tables/'));
  const key = [files['workflow.json'], ...tables.map((file) => files[file])];
  if (last?.key.length === key.length && last.key.every((text, index) => text === key[index]))
    return last.workflow;
  const workflow = readFrom(files);
  last = { key, workflow };
  return workflow;
}

function readFrom(files: ProcedureFiles): DraftWorkflow | null {
  const value = parsed(files['workflow.json'] ?? '{}');
  if (!isMembers(value)) return null;
  return {
    value,
    start: textOf(value['start']),
    stages: partsOf(value['stages']).map((part) => readStage(part, files)),
    roles: partsOf(value['roles']),
  };
}

function readStage(part: DraftPart, files: ProcedureFiles): DraftStage {
  const actions = partsOf(part.value['actions']);
  const timers = partsOf(part.value['timers']);
  const ways = [
    ...waysOf(part.name, { kind: 'check', name: '', title: part.title }, part.value, files),
    ...actions.flatMap((action) =>
      waysOf(part.name, { kind: 'action', name: action.name, title: action.title }, action.value, files),
    ),
    ...timers.flatMap((timer) =>
      waysOf(part.name, { kind: 'timer', name: timer.name, title: timer.title }, timer.value, files),
    ),
  ];
  return { ...part, kind: textOf(part.value['kind']), actions, timers, ways };
}

function waysOf(from: string, owner: WayOwner, held: Members, files: ProcedureFiles): readonly Way[] {
  const routes = listOf(held['routes']).filter(isMembers);
  return routes.flatMap((route, index): readonly Way[] => {
    const when = typeof route['when'] === 'string' ? route['when'] : null;
    const table = typeof route['table'] === 'string' ? route['table'] : null;
    const isDefault = index === routes.length - 1 && when === null && table === null;
    const way = { from, owner, index, when, table, isDefault };
    if (table === null || typeof route['to'] === 'string') return [{ ...way, to: textOf(route['to']) }];
    return targetsIn(files[`tables/${table}.csv`]).map((to) => ({ ...way, to }));
  });
}

/** Every stage that the column `to` of a routing table names. */
function targetsIn(text: string | undefined): readonly string[] {
  const [head, ...rows] = readRecords('', text ?? '', []);
  const column = head?.cells.findIndex((cell) => cell.split(':')[0]?.trim() === 'to') ?? -1;
  if (column === -1) return [];
  return [...new Set(rows.map(({ cells }) => cells[column] ?? ''))].filter((to) => to !== '');
}

function partsOf(value: JsonValue | undefined): readonly DraftPart[] {
  if (!isMembers(value)) return [];
  return Object.entries(value).flatMap(([name, part]) =>
    isMembers(part) ? [{ name, title: textOf(part['title']) || name, value: part }] : [],
  );
}

function parsed(text: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return null;
  }
}

export function isMembers(value: JsonValue | undefined): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? value : [];
}

export function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
