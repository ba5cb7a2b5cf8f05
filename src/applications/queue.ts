import type { StaffAsker } from '../access/asker.js';

/** A list of open applications that an official works through. */
export type Queue =
  | { readonly kind: 'mine' | 'unassigned' | 'overdue' | 'all-open' | 'on-hold' }
  | { readonly kind: 'stage'; readonly procedureId: string; readonly stage: string };

/** Sort key of the last row of a page: due day and id. */
export type Cursor = readonly [dueRank: string, id: string];

const kinds = ['mine', 'unassigned', 'overdue', 'all-open', 'on-hold'] as const;

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
  /** Repeats the predicate of the index that serves it. */
  readonly condition: string;
  /** Parameters from $6 on. */
  readonly values: readonly unknown[];
}

export function queueSql(staff: StaffAsker, queue: Queue): QueueSql {
  const procedures = Object.keys(staff.roles).map((procedure) => [procedure, ''] as const);
  const rights = Object.entries(staff.roles).flatMap(([procedure, names]) =>
    names.map((name) => [procedure, name] as const),
  );
  switch (queue.kind) {
    case 'mine':
      return { scopes: procedures, condition: 'assignee_id = $6', values: [staff.id] };
    case 'unassigned':
      return { scopes: rights, condition: 'assignee_id is null and stage_role = scope.name', values: [] };
    case 'overdue':
      return {
        scopes: rights,
        condition: `stage_role = scope.name and due_rank < (now() at time zone 'Asia/Tokyo')::date`,
        values: [],
      };
    case 'all-open':
      return { scopes: procedures, condition: 'true', values: [] };
    case 'on-hold':
      return { scopes: procedures, condition: 'on_hold', values: [] };
    case 'stage': {
      const known = Object.hasOwn(staff.roles, queue.procedureId);
      return {
        scopes: known ? [[queue.procedureId, queue.stage]] : [],
        condition: 'stage = scope.name',
        values: [],
      };
    }
  }
}
