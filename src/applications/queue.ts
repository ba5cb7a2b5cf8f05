import { rolesToActIn, type StaffAsker } from '../access/asker.js';

/** A list of applications that an official works through. */
export type Queue =
  | { readonly kind: 'mine' | 'unassigned' | 'overdue' | 'all-open' | 'on-hold' | 'messages' }
  | { readonly kind: 'stage'; readonly procedureId: string; readonly stage: string };

/** Sort key of the last row of a page: due day and id. */
export type Cursor = readonly [dueRank: string, id: string];

const kinds = ['mine', 'unassigned', 'overdue', 'all-open', 'on-hold', 'messages'] as const;

/** `mine`, `stage:jitan-9:first_review` …; null when it is none. */
export function readQueue(key: string): Queue | null {
  const kind = kinds.find((name) => name === key);
  if (kind) return { kind };
  const [, procedureId, stage] = /^stage:([^:]+):([^:]+)$/.exec(key) ?? [];
  return procedureId && stage ? { kind: 'stage', procedureId, stage } : null;
}

export function writeCursor([dueRank, id]: Cursor): string {
  return Buffer.from(`${dueRank}/${id}`).toString('base64url');
}

export function readCursor(text: string): Cursor | null {
  const plain = Buffer.from(text, 'base64url').toString();
  const [, dueRank, id] = /^(\d{4}-\d{2}-\d{2})\/([0-9a-f-]{36})$/.exec(plain) ?? [];
  return dueRank && id && !Number.isNaN(Date.parse(dueRank)) ? [dueRank, id] : null;
}

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

/** Approvers in parallel: the few rows that several roles are awaited for have an index of their own. */
export const SEVERAL = 'cardinality(stage_roles) > 1';

/** Procedure and role, own or lent, once for each pair. */
export function rightsIn(staff: StaffAsker): readonly (readonly [procedure: string, role: string])[] {
  return Object.keys(staff.roles).flatMap((procedure) =>
    rolesToActIn(staff, procedure).map((role) => [procedure, role] as const),
  );
}

export function queueSql(staff: StaffAsker, queue: Queue): QueueSql {
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
    case 'unassigned':
      return { among, scopes: rights, conditions: awaited('assignee_id is null'), values: [] };
    case 'overdue':
      return {
        among,
        scopes: rights,
        conditions: awaited(`due_rank < (now() at time zone 'Asia/Tokyo')::date`),
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
