import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffAsker } from '../../access/asker.js';
import { mustUseCodes } from '../../access/second-factor/codes-required.js';
import { CONFIG, type Config } from '../../config/config.js';
import type { Language } from '../../http/language.js';
import { RoleBook, roleIn, WHOLE_OFFICE } from '../role-book.js';
import type { OwnAccountView } from './own-account.dto.js';

interface Row {
  readonly login: string;
  readonly mail: string | null;
  readonly previous_sign_in_at: Date | null;
  readonly teams: string[];
  readonly since: Date | null;
  readonly recovery_left: number;
  readonly roles: readonly {
    readonly procedureId: string;
    readonly role: string;
    readonly toOn: string | null;
  }[];
}

@Injectable()
export class OwnAccountQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly book: RoleBook,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async show(me: StaffAsker, language: Language): Promise<OwnAccountView> {
    const [row] = await this.dataSource.query<[Row]>(
      `select s.login, s.mail, s.previous_sign_in_at,
         coalesce((select jsonb_agg(m.name_${language} order by m.name_ja) from staff_team t
           join team m on m.id = t.team_id where t.staff_id = s.id), '[]') as teams,
         (select k.since from second_factor k where k.staff_id = s.id) as since,
         (select count(*)::int from recovery_code c where c.staff_id = s.id and c.used_at is null) as recovery_left,
         coalesce((select jsonb_agg(jsonb_build_object('procedureId', r.procedure_id, 'role', r.role, 'toOn', r.to_on)
             order by r.procedure_id, r.role)
           from staff_role r where r.staff_id = s.id and not r.awaited
             and (now() at time zone 'Asia/Tokyo')::date
               between coalesce(r.from_on, '-infinity') and coalesce(r.to_on, 'infinity')), '[]') as roles
       from staff s where s.id = $1`,
      [me.id],
    );
    const book = await this.book.read(language);
    return {
      login: row.login,
      name: me.name,
      mail: row.mail,
      department: language === 'en' ? me.departmentEn : me.department,
      teams: row.teams,
      roles: row.roles.map(({ procedureId, role, toOn }) => {
        const { procedureTitle, role: booked } = roleIn(book, procedureId, role);
        const procedure = procedureId === WHOLE_OFFICE ? null : procedureTitle;
        return { procedure, title: booked.title, toOn };
      }),
      previousSignInAt: row.previous_sign_in_at?.toISOString() ?? null,
      codes: {
        since: row.since?.toISOString() ?? null,
        required: mustUseCodes(this.config.codesRequiredOf, me.officeRoles, me.roles),
        recoveryLeft: row.recovery_left,
      },
    };
  }
}
