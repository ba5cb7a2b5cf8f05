import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { WorkflowState } from '#engine';
import type { StaffAsker } from '../access/asker.js';
import { isApplicationNumber } from './application-number.js';
import { type Cursor, type Queue, queueSql, rightsIn, SEVERAL } from './queue.js';
import { searchForm, searchPairs } from './search-pairs.js';

export interface QueueRecord {
  readonly id: string;
  readonly number: string;
  readonly procedure_id: string;
  readonly version_hash: string;
  readonly subject: string;
  readonly applicant_name: string;
  readonly stage: string;
  readonly stage_roles: readonly string[];
  readonly team: string | null;
  readonly submitted_at: Date;
  readonly entered_at: Date;
  readonly due_on: string | null;
  readonly due_rank: string;
  readonly overdue: boolean;
  readonly warnings_count: number;
  readonly on_hold: boolean;
  /** Messages of the applicant that no official has read. */
  readonly unread_messages: number;
  readonly assignee_id: string | null;
  readonly assignee_name: string | null;
  readonly actors: WorkflowState['actors'];
  readonly approvals: WorkflowState['approvals'];
}

export interface QueueCounts {
  readonly mine: number;
  readonly unassigned: number;
  readonly overdue: number;
  readonly onHold: number;
  /** Applications whose applicant waits for an answer to a message. */
  readonly messages: number;
  /** Procedure and stage → open applications. */
  readonly byStage: readonly { procedure_id: string; stage: string; count: number }[];
}

const columns = `a.id, a.number, a.procedure_id, a.version_hash, a.subject, a.applicant_name, a.stage, a.stage_roles, a.team, a.submitted_at,
  a.entered_at, a.due_on::text as due_on, a.due_rank::text as due_rank,
  (a.open and a.due_rank < (now() at time zone 'Asia/Tokyo')::date) as overdue,
  (select count(*)::int from message m
   where m.application_id = a.id and m.side = 'applicant' and m.read_at is null) as unread_messages,
  a.warnings_count, a.on_hold, a.assignee_id, s.name as assignee_name,
  a.state -> 'actors' as actors, coalesce(a.state -> 'approvals', '[]') as approvals`;

/** Officials' rights as two lists of the same length: procedure and role, own or lent. */
function rightsOf(staff: StaffAsker): { procedures: string[]; names: string[] } {
  const pairs = rightsIn(staff);
  return { procedures: pairs.map(([procedure]) => procedure), names: pairs.map(([, name]) => name) };
}

@Injectable()
export class QueuesQueries {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * One page in the order of the due day. Every procedure is read along its own index up to the page's size, and only
   * then are they merged: a single condition over several would sort all open rows.
   */
  page(staff: StaffAsker, queue: Queue, after: Cursor | null, size: number): Promise<QueueRecord[]> {
    const { scopes, conditions, among, values } = queueSql(staff, queue);
    const [dueRank, id] = after ?? ['0001-01-01', '00000000-0000-0000-0000-000000000000'];
    const rows = conditions.map(
      (condition) => `(select * from application
         where ${among} and procedure_id = scope.procedure_id and ${condition} and (due_rank, id) > ($3::date, $4::uuid)
         order by due_rank, id limit $5)`,
    );
    return this.dataSource.query<QueueRecord[]>(
      `select distinct on (a.due_rank, a.id) ${columns}
       from unnest($1::text[], $2::text[]) as scope(procedure_id, name)
       cross join lateral (${rows.join(' union all ')}) a
       left join staff s on s.id = a.assignee_id
       order by a.due_rank, a.id limit $5`,
      [scopes.map(([procedure]) => procedure), scopes.map(([, name]) => name), dueRank, id, size, ...values],
    );
  }

  async counts(staff: StaffAsker): Promise<QueueCounts> {
    const { procedures, names } = rightsOf(staff);
    const [totals] = await this.dataSource.query<[Omit<QueueCounts, 'byStage'>]>(
      `with rights as (select * from unnest($1::text[], $2::text[]) as r(procedure_id, role))
       select
         (select count(*)::int from application where open and assignee_id = $3) as mine,
         (select count(*)::int from rights r join application a
          on a.open and a.assignee_id is null and a.procedure_id = r.procedure_id and a.stage_role = r.role)
         + (select count(distinct a.id)::int from rights r join application a
          on a.open and a.assignee_id is null and a.procedure_id = r.procedure_id and ${SEVERAL} and r.role = any(a.stage_roles))
          as unassigned,
         (select count(*)::int from rights r join application a
          on a.open and a.procedure_id = r.procedure_id and a.stage_role = r.role
          and a.due_rank < (now() at time zone 'Asia/Tokyo')::date)
         + (select count(distinct a.id)::int from rights r join application a
          on a.open and a.procedure_id = r.procedure_id and ${SEVERAL} and r.role = any(a.stage_roles)
          and a.due_rank < (now() at time zone 'Asia/Tokyo')::date) as overdue,
         (select count(*)::int from application a where open and on_hold and procedure_id = any($4)) as "onHold",
         (select count(*)::int from conversation where awaits_reply and procedure_id = any($4)) as messages`,
      [procedures, names, staff.id, Object.keys(staff.roles)],
    );
    const byStage = await this.dataSource.query<QueueCounts['byStage'][number][]>(
      `select procedure_id, stage, count(*)::int as count from application
       where open and procedure_id = any($1) group by procedure_id, stage`,
      [Object.keys(staff.roles)],
    );
    return { ...totals, byStage };
  }

  /** By the beginning of a number, or by a part of subject or applicant of two characters and more. */
  async search(staff: StaffAsker, text: string, size: number): Promise<QueueRecord[]> {
    const wanted = searchForm(text);
    const procedures = Object.keys(staff.roles);
    const number = wanted.toUpperCase();
    if (/^[0-9A-Z]+-[0-9-]*$/.test(number) || isApplicationNumber(number)) {
      return this.dataSource.query<QueueRecord[]>(
        `select ${columns} from application a left join staff s on s.id = a.assignee_id
         where a.number >= $1 and a.number < $1 || '~' and a.procedure_id = any($2) order by a.number limit $3`,
        [number, procedures, size],
      );
    }
    if ([...wanted].length < 2) return [];
    const rows = await this.dataSource.query<QueueRecord[]>(
      `select ${columns} from application a left join staff s on s.id = a.assignee_id
       where a.search_pairs @> $1 and a.procedure_id = any($2) order by a.submitted_at desc limit $3`,
      [searchPairs(text), procedures, size * 4],
    );
    // The index knows pairs, not their neighbours: 田中中村 holds 田中 and 中村, and not 田中村.
    return rows
      .filter((row) => [row.subject, row.applicant_name].some((name) => searchForm(name).includes(wanted)))
      .slice(0, size);
  }
}
