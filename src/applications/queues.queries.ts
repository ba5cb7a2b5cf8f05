import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { searchWords, type WorkflowState } from '#engine';
import type { StaffAsker } from '../access/asker.js';
import { isApplicationNumber } from './application-number.js';
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
import { type SearchCover, searchCover, searchForm } from './search-pairs.js';

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
    when (select max(e.at) from application_event e
          where e.application_id = a.id and e.actor_id <> ${me}::uuid::text)
       > (select max(r.last_at) from reading r where r.application_id = a.id and r.staff_id = ${me}::uuid)
      then 'changed' end as unread,
  (a.open and a.due_rank < ${TODAY}) as overdue,
  (select count(*)::int from message m
   where m.application_id = a.id and m.side = 'applicant' and m.read_at is null) as unread_messages,
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

  /** In one pass over what is open, through an index that holds all that is asked. */
  async counts(staff: QueueAsker): Promise<QueueCounts> {
    const { procedures, names } = rightsOf(staff);
    const rows = await this.dataSource.query<
      (QueueCounts['byStage'][number] & Omit<QueueCounts, 'byStage' | 'messages'>)[]
    >(
      `with open as materialized (
         select procedure_id, stage, assignee_id, due_rank, returned, on_hold,
           (procedure_id, stage_role) in (select * from unnest($1::text[], $2::text[]))
             or ${SEVERAL} and exists (select from unnest($1::text[], $2::text[]) as r(procedure_id, role)
               where r.procedure_id = a.procedure_id and r.role = any(a.stage_roles)) as awaited,
           coalesce((procedure_id, team) in (select * from unnest($5::text[], $6::text[]))
             or assignee_id = any($7), false) as in_team
         from application a where open and procedure_id = any($4)
       )
       select procedure_id, stage, count(*)::int as count,
         count(*) filter (where assignee_id = $3)::int as mine,
         count(*) filter (where in_team)::int as team,
         count(*) filter (where awaited and returned)::int as returned,
         count(*) filter (where awaited and ${DUE_SOON})::int as "dueSoon",
         count(*) filter (where awaited and assignee_id is null)::int as unassigned,
         count(*) filter (where awaited and due_rank < ${TODAY})::int as overdue,
         count(*) filter (where on_hold)::int as "onHold"
       from open group by procedure_id, stage`,
      [
        procedures,
        names,
        staff.id,
        Object.keys(staff.roles),
        staff.teams.map(([procedure]) => procedure),
        staff.teams.map(([, team]) => team),
        staff.colleagues,
      ],
    );
    const [{ messages }] = await this.dataSource.query<[{ messages: number }]>(
      'select count(*)::int as messages from conversation where awaits_reply and procedure_id = any($1)',
      [Object.keys(staff.roles)],
    );
    const sum = (of: (row: (typeof rows)[number]) => number): number =>
      rows.reduce((total, row) => total + of(row), 0);
    return {
      mine: sum((row) => row.mine),
      team: sum((row) => row.team),
      returned: sum((row) => row.returned),
      dueSoon: sum((row) => row.dueSoon),
      unassigned: sum((row) => row.unassigned),
      overdue: sum((row) => row.overdue),
      onHold: sum((row) => row.onHold),
      messages,
      byStage: rows.map(({ procedure_id, stage, count }) => ({ procedure_id, stage, count })),
    };
  }

  /**
   * By the beginning of a number, or by words that all stand in what it is found by. Newest first.
   *
   * @param procedures in which to look
   */
  async search(
    staffId: string,
    procedures: readonly string[],
    text: string,
    after: Cursor | null,
    size: number,
  ): Promise<QueueRecord[]> {
    const number = searchForm(text).toUpperCase();
    if (/^[0-9A-Z]+-[0-9-]*$/.test(number) || isApplicationNumber(number)) {
      const found = await this.dataSource.query<QueueRecord[]>(
        `select ${columnsFor('$4')} from application a left join staff s on s.id = a.assignee_id
         where a.number >= $1 and a.number < $1 || '~' and a.procedure_id = any($2) order by a.number limit $3`,
        [number, procedures, size, staffId],
      );
      // 06-6941 may also be how a telephone number begins.
      if (found.length > 0 || after) return after ? [] : found;
    }
    const words = searchWords(text);
    const cover = searchCover(words);
    if (cover.pairs.length + cover.runs.length === 0) return [];
    const ids = await this.findIds({ words, cover, procedures, after: after ?? sortSql.newest.start, size });
    return this.dataSource.query<QueueRecord[]>(
      `select ${columnsFor('$2')} from application a left join staff s on s.id = a.assignee_id
       where a.id = any($1) order by a.submitted_at desc, a.id desc`,
      [ids, staffId],
    );
  }

  /**
   * From the newest on, and further back only for words that few have: what many have would be collected from all
   * years, to show fifty of it.
   */
  private async findIds({ words, cover, procedures, after, size }: Sought): Promise<readonly string[]> {
    const [at, id] = after;
    const given = [words, procedures, at, id, size];
    // The index knows parts, not their neighbours: 田中中村 holds 田中 and 中村, and not 田中村.
    const fits = `f.procedure_id = any($2) and (select bool_and(strpos(f.words, word) > 0) from unnest($1::text[]) as word)`;
    const order = 'order by f.submitted_at desc, f.application_id desc';
    const older = '(f.submitted_at, f.application_id) < ($3::timestamptz, $4::uuid)';
    const [newest] = await this.dataSource.query<[{ at: Date | null; ids: string[] }]>(
      `with newest as materialized (
         select * from application_search f where ${older} ${order} limit ${newestLookedThrough})
       select (select max(submitted_at) from newest) as at,
         array(select application_id from newest f where ${fits} ${order} limit $5) as ids`,
      given,
    );
    if (newest.at === null || newest.ids.length === size) return newest.ids;
    const week = Math.floor(newest.at.getTime() / WEEK) + 1;
    // An empty list would be in every row, and the index be read as a whole.
    const held = [
      ...(cover.pairs.length > 0 ? ['f.pairs @> $6'] : []),
      ...(cover.runs.length > 0 ? ['digit_runs(f.words) @> $7'] : []),
    ].join(' and ');
    for (const back of weeksBack) {
      const weeks = back === null ? null : Array.from({ length: back + 1 }, (_, n) => week - n);
      const rows = await this.dataSource.query<{ id: string }[]>(
        // Materialized: else the plan may be to go through all from the newest on.
        `with found as materialized (
           select f.application_id as id, f.submitted_at from application_search f
           where ${held} and ($6::text[], $7::text[], $8::int[]) is not null
             ${weeks ? 'and weeks_of(f.submitted_at) && $8' : ''} and ${older} and ${fits})
         select id from found order by submitted_at desc, id desc limit $5`,
        [...given, cover.pairs, cover.runs, weeks ?? []],
      );
      if (rows.length === size || weeks === null) return rows.map((row) => row.id);
    }
    return [];
  }
}

const WEEK = 604_800_000;
/** What every tenth has is found among them. */
const newestLookedThrough = 400;
/** How far back one looks, step by step; at last through all. */
const weeksBack = [2, 10, 60, null];

interface Sought {
  readonly words: readonly string[];
  readonly cover: SearchCover;
  readonly procedures: readonly string[];
  readonly after: Cursor;
  readonly size: number;
}
