import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { civilDateInJapan } from '#engine';
import type { ApplicantAsker } from '../access/asker.js';
import type { Language } from '../http/language.js';
import type { Bilingual } from '../http/refusal.js';
import { inLanguage } from '../procedures/in-language.js';
import { ProceduresQueries } from '../procedures/procedures.queries.js';
import { lastDayFrom } from './mandate-days.js';
import type { MandateList, MandateView } from './mandate.dto.js';

interface Row {
  readonly id: string;
  readonly given: boolean;
  readonly principal_name: string;
  readonly agent_mail: string;
  readonly agent_name: string | null;
  readonly procedure_id: string;
  readonly titles: Bilingual;
  readonly application: { readonly id: string; readonly number: string; readonly subject: string } | null;
  readonly ends_on: string;
  readonly state: MandateView['state'];
  readonly invited_at: Date;
  readonly answered_at: Date | null;
  readonly revoked_at: Date | null;
  readonly revoked_by: MandateView['revokedBy'];
}

/** An agent still finds for a year what they were entrusted with. An invitation is seen by nobody but the account whose address it names, and only while it can be answered. */
const list = `
select m.id, p.account_id = $1 as given, p.name as principal_name, m.agent_mail, a.name as agent_name, m.procedure_id,
  m.titles, m.ends_on::text as ends_on, m.invited_at, m.answered_at, m.revoked_at,
  m.revoked_by,
  case when m.state in ('invited', 'accepted') and m.ends_on < (now() at time zone 'Asia/Tokyo')::date
    then 'ended' else m.state end as state,
  (select jsonb_build_object('id', o.id, 'number', o.number, 'subject', o.subject) from application o
   where o.id = m.application_id) as application
from mandate m
join applicant p on p.id = m.principal_id
left join applicant a on a.id = m.agent_id
where p.account_id = $1
   or (p.account_id is not null
       and (a.account_id = $1 and coalesce(m.revoked_at, m.ends_on::timestamptz) > now() - interval '1 year'
         or (m.state = 'invited' and m.ends_on >= (now() at time zone 'Asia/Tokyo')::date
             and m.agent_key = (select mail_key from account where id = $1))))
order by m.invited_at desc, m.id desc limit 200`;

@Injectable()
export class MandatesQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly procedures: ProceduresQueries,
  ) {}

  /** What the account gave and got, and what the present applicant may give. */
  async list(me: ApplicantAsker, language: Language): Promise<MandateList> {
    const [rows, current, open, [clock]] = await Promise.all([
      this.dataSource.query<Row[]>(list, [me.accountId]),
      this.procedures.all(),
      this.dataSource.query<OpenRow[]>(
        `select id, number, subject, procedure_id from application
         where applicant_id = $1 and open order by submitted_at desc, id limit 100`,
        [me.id],
      ),
      this.dataSource.query<[{ now: Date }]>('select now() as now'),
    ]);
    const today = civilDateInJapan(clock.now.toISOString());
    const infos = current
      .filter(({ version }) => version.procedure.info.delegation)
      .map(({ version }) => inLanguage(version, language).procedure.info);
    const titles = new Map(infos.map(({ id, title }) => [id, title]));
    return {
      given: rows.filter(({ given }) => given).map((row) => viewOf(row, language)),
      received: rows.filter(({ given }) => !given).map((row) => viewOf(row, language)),
      procedures: infos.map(({ id, title }) => ({ id, title })),
      applications: open.flatMap((row) => {
        const procedureTitle = titles.get(row.procedure_id);
        return procedureTitle === undefined
          ? []
          : [
              {
                id: row.id,
                number: row.number,
                subject: row.subject,
                procedureId: row.procedure_id,
                procedureTitle,
              },
            ];
      }),
      firstDay: today,
      lastDay: lastDayFrom(today),
    };
  }
}

interface OpenRow {
  readonly id: string;
  readonly number: string;
  readonly subject: string;
  readonly procedure_id: string;
}

function viewOf(row: Row, language: Language): MandateView {
  return {
    id: row.id,
    principalName: row.principal_name,
    agentMail: row.agent_mail,
    agentName: row.agent_name,
    procedureId: row.procedure_id,
    procedureTitle: row.titles[language],
    application: row.application,
    endsOn: row.ends_on,
    state: row.state,
    invitedAt: row.invited_at.toISOString(),
    answeredAt: row.answered_at?.toISOString() ?? null,
    revokedAt: row.revoked_at?.toISOString() ?? null,
    revokedBy: row.revoked_by,
  };
}
