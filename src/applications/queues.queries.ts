import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { WorkflowState } from '#engine';
import type { StaffAsker } from '../access/asker.js';
import { runStatement } from '../database/statement.js';
import { opinionsOut } from './locked-application.js';
import {
  type Cursor,
  DUE_SOON,
  filterSql,
  type Queue,
  type QueueAsker,
  type QueueFilter,
  queueSql,
  type QueueSort,
  rightsIn,
  SEVERAL,
  TODAY,
  sortSql,
} from './queue.js';

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
  /** To the microsecond, in UTC. */
  readonly arrived_rank: string;
  readonly overdue: boolean;
  readonly warnings_count: number;
  readonly paper: boolean;
  readonly on_hold: boolean;
  readonly returned: boolean;
  /** `new`: nobody has opened it; `changed`: somebody else has done something since the asker last looked. */
  readonly unread: 'new' | 'changed' | null;
  /** Messages of the applicant that no official has read. */
  readonly unread_messages: number;
  readonly opinions_out: number;
  readonly assignee_id: string | null;
  readonly assignee_name: string | null;
  readonly actors: WorkflowState['actors'];
  readonly approvals: WorkflowState['approvals'];
}

export interface QueueCounts {
  readonly mine: number;
  readonly team: number;
  readonly unassigned: number;
  readonly returned: number;
  readonly dueSoon: number;
  readonly overdue: number;
  readonly onHold: number;
  /** Applications whose applicant waits for an answer to a message. */
  readonly messages: number;
  /** Procedure and stage → open applications. */
  readonly byStage: readonly { procedure_id: string; stage: string; count: number }[];
}

/** @param me the parameter that holds the asker's id */
export const columnsFor = (
  me: string,
): string => `a.id, a.number, a.procedure_id, a.version_hash, a.subject, a.applicant_name, a.stage, a.stage_roles, a.team, a.submitted_at,
  a.entered_at, a.due_on::text as due_on, a.due_rank::text as due_rank, a.returned,
  to_char(a.submitted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as arrived_rank,
  case
    when not exists (select from reading r where r.application_id = a.id) then 'new'
    -- What others did is looked for only where the asker has looked, and no further back than the last of it.
    else (
      select case when (select e.at from application_event e
          where e.application_id = a.id and e.actor_id <> ${me}::uuid::text order by e.seq desc limit 1)
        > mine.last_at then 'changed' end
      from (select max(r.last_at) as last_at from reading r
        where r.application_id = a.id and r.staff_id = ${me}::uuid) mine
      where mine.last_at is not null) end as unread,
  (a.open and a.due_rank < ${TODAY}) as overdue,
  (select count(*)::int from message m
   where m.application_id = a.id and m.side = 'applicant' and m.read_at is null) as unread_messages, ${opinionsOut} as opinions_out,
  a.warnings_count, a.paper, a.on_hold, a.assignee_id, s.name as assignee_name,
  a.state -> 'actors' as actors, coalesce(a.state -> 'approvals', '[]') as approvals`;

/** Officials' rights as two lists of the same length: procedure and role, own or lent. */
function rightsOf(staff: StaffAsker): { procedures: string[]; names: string[] } {
  const pairs = rightsIn(staff);
  return { procedures: pairs.map(([procedure]) => procedure), names: pairs.map(([, name]) => name) };
}

/** Which page of which queue, in which order, and what of it. */
export interface PageWanted {
  readonly queue: Queue;
  readonly sort: QueueSort;
  readonly only: readonly QueueFilter[];
  readonly after: Cursor | null;
}

@Injectable()
export class QueuesQueries {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * One page. Every procedure is read along its own index up to the page's size, and only then are they merged: a
   * single condition over several would sort all open rows.
   */
  page(staff: QueueAsker, { queue, sort, only, after }: PageWanted, size: number): Promise<QueueRecord[]> {
    const { scopes, conditions, among, values } = queueSql(staff, queue);
    const { key, type, down, start } = sortSql[sort];
    const [from, id] = after ?? start;
    const direction = down ? 'desc' : 'asc';
    const narrowed = only.map((filter) => ` and ${filterSql[filter]}`).join('');
    const rows = conditions.map(
      (condition) => `(select * from application
         where ${among} and procedure_id = scope.procedure_id and ${condition}${narrowed}
           and (${key}, id) ${down ? '<' : '>'} ($3::${type}, $4::uuid)
         order by ${key} ${direction}, id ${direction} limit $5)`,
    );
    const me = `$${6 + values.length}`;
    return this.dataSource.query<QueueRecord[]>(
      `select ${columnsFor(me)}
       from (select distinct on (${key}, id) found.*
         from unnest($1::text[], $2::text[]) as scope(procedure_id, name)
         cross join lateral (${rows.join(' union all ')}) found
         order by ${key} ${direction}, id ${direction} limit $5) a
       left join staff s on s.id = a.assignee_id
       order by a.${key} ${direction}, a.id ${direction}`,
      [
        scopes.map(([procedure]) => procedure),
        scopes.map(([, name]) => name),
        from,
        id,
        size,
        ...values,
        staff.id,
      ],
    );
  }

  /** Names of the official's teams, and who else is in them. */
  async teams(staffId: string): Promise<{ readonly names: string[]; readonly colleagues: string[] }> {
    const [row] = await this.dataSource.query<[{ names: string[]; colleagues: string[] }]>(
      `select
         array(select t.name_ja from staff_team m join team t on t.id = m.team_id where m.staff_id = $1) as names,
         array(select distinct o.staff_id from staff_team m join staff_team o on o.team_id = m.team_id
               where m.staff_id = $1 and o.staff_id <> $1) as colleagues`,
      [staffId],
    );
    return row;
  }

  /** Each of them along the index of its own queue, in which little else stands. */
  async counts(staff: QueueAsker): Promise<QueueCounts> {
    const { procedures, names } = rightsOf(staff);
    const [found] = await runStatement<QueueCounts>(this.dataSource, countsOf, [
      procedures,
      names,
      staff.id,
      Object.keys(staff.roles),
      staff.teams.map(([procedure]) => procedure),
      staff.teams.map(([, team]) => team),
      staff.colleagues,
    ]);
    if (!found) throw new Error('Counts are one row.');
    return found;
  }
}

/** Open applications that wait for one of the asker's rights and fulfil a condition. */
const awaited = (condition: string): string => `(
    select coalesce(sum(n), 0)::int from rights r cross join lateral (
      select count(*) as n from application
      where open and procedure_id = r.procedure_id and stage_role = r.role and ${condition}) one)
  + (select count(*)::int from several where ${condition})`;

/** $1 and $2 rights, $3 the asker, $4 their procedures, $5 and $6 their teams, $7 who else is in these. */
const countsOf = {
  name: 'queue_counts',
  text: `with rights as materialized (
      select distinct * from unnest($1::text[], $2::text[]) as r(procedure_id, role)),
    -- All columns: else the plan is to go through all that is open, in an index that has these.
    several as materialized (
      select a.* from application a where open and ${SEVERAL} and procedure_id = any($4::text[])
        and exists (select from rights r where r.procedure_id = a.procedure_id and r.role = any(a.stage_roles)))
  select
    (select count(*)::int from application
     where open and assignee_id = $3::uuid and procedure_id = any($4::text[])) as mine,
    (select count(*)::int from unnest($5::text[], $6::text[]) t(procedure_id, team)
     join application a on a.open and a.procedure_id = t.procedure_id and a.team = t.team)
    + (select count(*)::int from unnest($7::uuid[]) colleague(id)
       join application a on a.open and a.assignee_id = colleague.id
       where a.procedure_id = any($4::text[]) and (a.team is null
         or (a.procedure_id, a.team) not in (select * from unnest($5::text[], $6::text[])))) as team,
    ${awaited('returned')} as returned,
    ${awaited(DUE_SOON)} as "dueSoon",
    ${awaited('assignee_id is null')} as unassigned,
    ${awaited(`due_rank < ${TODAY}`)} as overdue,
    (select count(*)::int from application where open and on_hold and procedure_id = any($4::text[])) as "onHold",
    (select count(*)::int from conversation where awaits_reply and procedure_id = any($4::text[])) as messages,
    (select coalesce(jsonb_agg(s), '[]') from (
      select procedure_id, stage, count(*)::int as count from application
      where open and procedure_id = any($4::text[]) group by 1, 2) s) as "byStage"`,
};
