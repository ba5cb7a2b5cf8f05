import { rolesToActIn, type StaffAsker } from '../access/asker.js';

const FIRST_ID = '00000000-0000-0000-0000-000000000000';
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** An official with what queues need to know of their teams. */
export interface QueueAsker extends StaffAsker {
  /** Teams of the procedures that go by the name of one of their own. */
  readonly teams: readonly (readonly [procedure: string, team: string])[];
  /** Who else is in one of their teams. */
  readonly colleagues: readonly string[];
}

/** A list of applications that an official works through. */
export type Queue =
  | { readonly kind: (typeof kinds)[number] }
  | { readonly kind: 'stage'; readonly procedureId: string; readonly stage: string };

/** Sort key of the last row of a page: due day or moment of arrival, and id. */
export type Cursor = readonly [key: string, id: string];

const kinds = [
  'mine',
  'team',
  'unassigned',
  'returned',
  'messages',
  'due-soon',
  'overdue',
  'on-hold',
  'all-open',
] as const;

/** By the due day, or by the arrival from either end. */
export const queueSorts = ['due', 'arrived', 'newest'] as const;
export type QueueSort = (typeof queueSorts)[number];

/** By a listed answer, in a queue of one stage: `field:sales.payable:down`. */
export const fieldSortPattern = '^field:[^:]{1,200}:(?:up|down)$';

export interface FieldSort {
  readonly field: string;
  readonly down: boolean;
}

export function readFieldSort(sort: string): FieldSort | null {
  const [, field, direction] = /^field:([^:]+):(up|down)$/.exec(sort) ?? [];
  return field === undefined ? null : { field, down: direction === 'down' };
}

/** What of a queue is shown: each one takes away. */
export const queueFilters = ['unassigned', 'overdue', 'warnings', 'returned', 'messages'] as const;
export type QueueFilter = (typeof queueFilters)[number];

/** Column and direction of each order; every pair with the id is an index. */
export const sortSql: Readonly<
  Record<
    QueueSort,
    { readonly key: string; readonly type: string; readonly down: boolean; readonly start: Cursor }
  >
> = {
  due: { key: 'due_rank', type: 'date', down: false, start: ['-infinity', FIRST_ID] },
  arrived: { key: 'submitted_at', type: 'timestamptz', down: false, start: ['-infinity', FIRST_ID] },
  newest: { key: 'submitted_at', type: 'timestamptz', down: true, start: ['infinity', LAST_ID] },
};

/** Asked once for a statement, not once for each row. */
export const TODAY = `(select (now() at time zone 'Asia/Tokyo')::date)`;

export const filterSql: Readonly<Record<QueueFilter, string>> = {
  unassigned: 'assignee_id is null',
  overdue: `due_rank < ${TODAY}`,
  warnings: 'warnings_count > 0',
  returned: 'returned',
  messages: `exists (select from message m where m.application_id = application.id and m.side = 'applicant' and m.read_at is null)`,
};

/** `mine`, `stage:jitan-9:first_review` …; null when it is none. */
export function readQueue(key: string): Queue | null {
  const kind = kinds.find((name) => name === key);
  if (kind) return { kind };
  const [, procedureId, stage] = /^stage:([^:]+):([^:]+)$/.exec(key) ?? [];
  return procedureId && stage ? { kind: 'stage', procedureId, stage } : null;
}

export function writeCursor([key, id]: Cursor): string {
  return Buffer.from(`${key}/${id}`).toString('base64url');
}

export function readCursor(text: string): Cursor | null {
  const plain = Buffer.from(text, 'base64url').toString();
  const [, key, id] = /^(\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z)?)\/([0-9a-f-]{36})$/.exec(plain) ?? [];
  return key && id && !Number.isNaN(Date.parse(key)) ? [key, id] : null;
}

/** Where a page sorted by a listed answer goes on; an answer may hold any character. */
export function readTextCursor(text: string): Cursor | null {
  const plain = Buffer.from(text, 'base64url').toString();
  const [, key, id] = /^([^]{0,200})\/([0-9a-f-]{36})$/.exec(plain) ?? [];
  return key !== undefined && id && !key.includes('\u0000') ? [key, id] : null;
}

/** Where a list in either direction begins. */
export const textStart = (down: boolean): Cursor => (down ? ['\u{10ffff}', LAST_ID] : ['', FIRST_ID]);

interface QueueSql {
  /** Procedures to look in, each with the name that `scope.name` stands for (a role or a stage). */
  readonly scopes: readonly (readonly [procedure: string, name: string])[];
  /** What no two of them hold of the same row; each repeats the predicate of the index that serves it. */
  readonly conditions: readonly string[];
  /** Which applications it is made of at all; ended ones are in none but that of the messages. */
  readonly among: 'open' | 'true';
  /** Parameters from $6 on. */
  readonly values: readonly unknown[];
}

/** Today and the three days after, as the list marks them. */
export const DUE_SOON = `due_rank between ${TODAY} and ${TODAY} + 3`;

/** Approvers in parallel: the few rows that several roles are awaited for have an index of their own. */
export const SEVERAL = 'stage_role is null and cardinality(stage_roles) > 1';

/** Procedure and role, own or lent, once for each pair. */
export function rightsIn(staff: StaffAsker): readonly (readonly [procedure: string, role: string])[] {
  return Object.keys(staff.roles).flatMap((procedure) =>
    rolesToActIn(staff, procedure).map((role) => [procedure, role] as const),
  );
}

export function queueSql(staff: QueueAsker, queue: Queue): QueueSql {
  const procedures = Object.keys(staff.roles).map((procedure) => [procedure, ''] as const);
  const rights = rightsIn(staff);
  const awaited = (more: string) => [
    `stage_role = scope.name and ${more}`,
    `${SEVERAL} and scope.name = any(stage_roles) and ${more}`,
  ];
  const among = 'open';
  switch (queue.kind) {
    case 'messages':
      return {
        scopes: procedures,
        conditions: [
          'id in (select application_id from conversation c where c.procedure_id = scope.procedure_id and c.awaits_reply)',
        ],
        among: 'true',
        values: [],
      };
    case 'mine':
      return { among, scopes: procedures, conditions: ['assignee_id = $6'], values: [staff.id] };
    case 'team':
      return {
        among,
        scopes: [...procedures, ...staff.teams],
        conditions: ['team = scope.name', `scope.name = '' and assignee_id = any($6)`],
        values: [staff.colleagues],
      };
    case 'returned':
      return { among, scopes: rights, conditions: awaited('returned'), values: [] };
    case 'due-soon':
      return { among, scopes: rights, conditions: awaited(DUE_SOON), values: [] };
    case 'unassigned':
      return { among, scopes: rights, conditions: awaited('assignee_id is null'), values: [] };
    case 'overdue':
      return {
        among,
        scopes: rights,
        conditions: awaited(`due_rank < ${TODAY}`),
        values: [],
      };
    case 'all-open':
      return { among, scopes: procedures, conditions: ['true'], values: [] };
    case 'on-hold':
      return { among, scopes: procedures, conditions: ['on_hold'], values: [] };
    case 'stage': {
      const known = Object.hasOwn(staff.roles, queue.procedureId);
      return {
        among,
        scopes: known ? [[queue.procedureId, queue.stage]] : [],
        conditions: ['stage = scope.name'],
        values: [],
      };
    }
  }
}
