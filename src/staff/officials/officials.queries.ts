import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../../config/config.js';
import { Inject } from '@nestjs/common';
import { AUTHOR_OF_PROCEDURE } from '../../access/office-roles.js';
import { standsIn } from '../../access/staff-rights.js';
import type { Language } from '../../http/language.js';
import type { ChangeDetail } from '../record-change.js';
import { type BookedProcedure, RoleBook, roleIn, WHOLE_OFFICE } from '../role-book.js';
import { changeLines } from './change-lines.js';
import type { OfficialList, OfficialListQuery, OfficialView } from './official.dto.js';

const pageSize = 50;
const mostChanges = 100;

interface ListRow {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly department: string;
  readonly teams: string[];
  readonly roles: readonly { readonly procedureId: string; readonly role: string }[];
  readonly disabled: boolean;
  readonly awaited: number;
  readonly last_sign_in_at: Date | null;
}

interface ViewRow {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly mail: string | null;
  readonly department_id: string;
  readonly department: string;
  readonly teams: { readonly id: string; readonly name: string }[];
  readonly disabled_at: Date | null;
  readonly disabled_reason: string | null;
  readonly password_ends_at: Date | null;
  readonly last_sign_in_at: Date | null;
  readonly codes_since: Date | null;
  readonly sessions: number;
  readonly holding: number;
  readonly lock: number;
}

interface RoleRow {
  readonly procedure_id: string;
  readonly role: string;
  readonly from_on: string | null;
  readonly to_on: string | null;
  readonly state: OfficialView['roles'][number]['state'];
  readonly given_by: string | null;
  readonly given_name: string | null;
  readonly confirmed_name: string | null;
}

interface ChangeRow {
  readonly id: string;
  readonly at: Date;
  readonly by: string | null;
  readonly kind: string;
  readonly detail: ChangeDetail;
}

const states = {
  active: 's.disabled_at is null',
  disabled: 's.disabled_at is not null',
  awaited: 'exists (select from staff_role w where w.staff_id = s.id and w.awaited)',
  all: 'true',
} as const;

@Injectable()
export class OfficialsQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly book: RoleBook,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** A page in the order of the staff numbers, which are also the cursor. */
  async list(query: OfficialListQuery, language: Language): Promise<OfficialList> {
    const { q = '', state = 'active', cursor = '' } = query;
    const wanted = `%${q
      .normalize('NFKC')
      .trim()
      .replaceAll(/[\\%_]/g, '\\$&')}%`;
    const [rows, [waiting], book] = await Promise.all([
      this.dataSource.query<ListRow[]>(
        `select s.id, s.login, s.name, d.full_${language} as department, s.disabled_at is not null as disabled,
           s.last_sign_in_at,
           coalesce((select jsonb_agg(m.name_${language} order by m.name_ja) from staff_team t
             join team m on m.id = t.team_id where t.staff_id = s.id), '[]') as teams,
           coalesce((select jsonb_agg(jsonb_build_object('procedureId', r.procedure_id, 'role', r.role)
             order by r.procedure_id, r.role)
             from (select staff_id, procedure_id, role from staff_role_in_force
                   union all select staff_id, '${WHOLE_OFFICE}', role from office_role_in_force
                   where role <> 'procedure_author'
                   union all select staff_id, procedure_id, '${AUTHOR_OF_PROCEDURE}' from author_role_in_force) r
             where r.staff_id = s.id), '[]') as roles,
           (select count(*)::int from staff_role w where w.staff_id = s.id and w.awaited) as awaited
         from staff s join department d on d.id = s.department_id
         where ${states[state]} and s.login > $2 and (
           s.login ilike $1 or s.name ilike $1 or s.mail ilike $1 or d.full_ja ilike $1 or d.full_en ilike $1
           or exists (select from staff_team t join team m on m.id = t.team_id
             where t.staff_id = s.id and (m.name_ja ilike $1 or m.name_en ilike $1)))
         order by s.login limit $3`,
        [wanted, cursor, pageSize + 1],
      ),
      this.dataSource.query<[{ count: number }]>(
        'select count(distinct staff_id)::int as count from staff_role where awaited',
      ),
      this.book.read(language),
    ]);
    const page = rows.slice(0, pageSize);
    return {
      officials: page.map(({ last_sign_in_at: last, roles, ...row }) => ({
        ...row,
        roles: roles.map(({ procedureId, role }) => {
          const { procedureTitle, role: booked } = roleIn(book, procedureId, role);
          return { procedure: procedureId === WHOLE_OFFICE ? null : procedureTitle, title: booked.title };
        }),
        lastSignInAt: last?.toISOString() ?? null,
      })),
      next: rows.length > pageSize ? (page.at(-1)?.login ?? null) : null,
      awaited: waiting.count,
    };
  }

  /** Null when there is no such official. @param askerId who looks */
  async find(id: string, askerId: string, language: Language): Promise<OfficialView | null> {
    const row = await this.row(id, language);
    if (!row) return null;
    const book = await this.book.read(language);
    const [roles, absences, changes] = await Promise.all([
      this.roles(id, askerId, book),
      this.absences(id),
      this.changes(id, book, language),
    ]);
    return {
      id: row.id,
      login: row.login,
      name: row.name,
      mail: row.mail,
      departmentId: row.department_id,
      department: row.department,
      teams: row.teams,
      roles,
      ...absences,
      holding: row.holding,
      disabledAt: row.disabled_at?.toISOString() ?? null,
      disabledReason: row.disabled_reason,
      startingPasswordEndsAt: row.password_ends_at?.toISOString() ?? null,
      lastSignInAt: row.last_sign_in_at?.toISOString() ?? null,
      codesSince: row.codes_since?.toISOString() ?? null,
      sessions: row.sessions,
      lock: row.lock,
      own: id === askerId,
      changes,
    };
  }

  private async row(id: string, language: Language): Promise<ViewRow | null> {
    const { idleMs, maxMs } = this.config.session;
    const [row] = await this.dataSource.query<ViewRow[]>(
      `select s.id, s.login, s.name, s.mail, s.department_id, d.full_${language} as department, s.disabled_at,
         s.disabled_reason, s.password_ends_at, s.last_sign_in_at, s.lock,
         (select k.since from second_factor k where k.staff_id = s.id) as codes_since,
         (select count(*)::int from session e where e.staff_id = s.id
            and e.last_seen_at > now() - $2::int * interval '1 millisecond'
            and e.created_at > now() - $3::int * interval '1 millisecond') as sessions,
         (select count(*)::int from application a where a.open and a.assignee_id = s.id) as holding,
         coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name_${language}) order by m.name_ja)
           from staff_team t join team m on m.id = t.team_id where t.staff_id = s.id), '[]') as teams
       from staff s join department d on d.id = s.department_id where s.id = $1`,
      [id, idleMs, maxMs],
    );
    return row ?? null;
  }

  private async roles(
    id: string,
    askerId: string,
    book: readonly BookedProcedure[],
  ): Promise<OfficialView['roles']> {
    const rows = await this.dataSource.query<RoleRow[]>(
      `select r.procedure_id, r.role, r.from_on::text as from_on, r.to_on::text as to_on, r.given_by,
         g.name as given_name, c.name as confirmed_name,
         case when r.awaited then 'awaited'
           when r.from_on > (now() at time zone 'Asia/Tokyo')::date then 'coming'
           when r.to_on < (now() at time zone 'Asia/Tokyo')::date then 'over' else 'in-force' end as state
       from staff_role r left join staff g on g.id = r.given_by left join staff c on c.id = r.confirmed_by
       where r.staff_id = $1 order by r.procedure_id, r.role`,
      [id],
    );
    return rows.map((row) => {
      const { procedureTitle, role } = roleIn(book, row.procedure_id, row.role);
      return {
        procedureId: row.procedure_id,
        procedureTitle,
        role: row.role,
        title: role.title,
        fromOn: row.from_on,
        toOn: row.to_on,
        state: row.state,
        decides: role.decides,
        recommendOnly: role.recommendOnly,
        givenBy: row.given_name,
        confirmedBy: row.confirmed_name,
        mayConfirm: row.state === 'awaited' && row.given_by !== askerId && id !== askerId,
      };
    });
  }

  private async absences(id: string): Promise<Pick<OfficialView, 'absences' | 'standsInFor'>> {
    const rows = await this.dataSource.query<
      {
        readonly fromOn: string;
        readonly toOn: string;
        readonly name: string;
        readonly mine: boolean;
        readonly alone: boolean;
      }[]
    >(
      `select b.from_on::text as "fromOn", b.to_on::text as "toOn", o.name, b.staff_id = $1 as mine, not ${standsIn} as alone
       from staff_absence b
       join staff o on o.id = case when b.staff_id = $1 then b.substitute_id else b.staff_id end
       where (b.staff_id = $1 or b.substitute_id = $1) and b.to_on >= (now() at time zone 'Asia/Tokyo')::date
       order by b.from_on`,
      [id],
    );
    return {
      absences: rows
        .filter(({ mine }) => mine)
        .map(({ fromOn, toOn, name, alone }) => ({ fromOn, toOn, substitute: name, alone })),
      standsInFor: rows
        .filter(({ mine }) => !mine)
        .map(({ fromOn, toOn, name, alone }) => ({ fromOn, toOn, name, alone })),
    };
  }

  private async changes(
    id: string,
    book: readonly BookedProcedure[],
    language: Language,
  ): Promise<OfficialView['changes']> {
    const rows = await this.dataSource.query<ChangeRow[]>(
      `select c.id, c.at, s.name as by, c.kind, c.detail from staff_change c left join staff s on s.id = c.by_id
       where c.staff_id = $1 order by c.id desc limit ${mostChanges}`,
      [id],
    );
    return rows.map(({ id: change, at, by, kind, detail }) => ({
      id: change,
      at: at.toISOString(),
      by,
      kind,
      lines: changeLines(detail, book, language),
    }));
  }
}
