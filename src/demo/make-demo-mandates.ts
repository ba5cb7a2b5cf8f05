import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { newId } from '../database/id.js';
import { inLanguage } from '../procedures/in-language.js';
import { ProceduresQueries } from '../procedures/procedures.queries.js';
import { demoMandates } from './demo-accounts.js';

/** Days until a mandate of the demo ends. */
const days = 180;

@Injectable()
export class MakeDemoMandates {
  constructor(
    private readonly dataSource: DataSource,
    private readonly procedures: ProceduresQueries,
  ) {}

  /** Entrusts what was never entrusted before: what a visitor ends stays ended. */
  async run(): Promise<void> {
    for (const { principal, agent, as, procedureId } of demoMandates) {
      const current = await this.procedures.current(procedureId);
      if (!current) continue;
      const titles = {
        ja: current.version.procedure.info.title,
        en: inLanguage(current.version, 'en').procedure.info.title,
      };
      await this.dataSource.query(
        `insert into mandate (id, principal_id, agent_mail, agent_key, agent_id, procedure_id, titles, ends_on, state,
           language, agent_language, answered_at)
         select $1, p.id, c.mail, c.mail_key, g.id, $5, $6, (now() at time zone 'Asia/Tokyo')::date + $7::int, 'accepted',
           'ja', 'ja', now()
         from account c join applicant g on g.account_id = c.id and g.kind = $4,
           account l join applicant p on p.account_id = l.id
         where c.mail_key = $3 and l.mail_key = $2
           and not exists (select from mandate where principal_id = p.id and agent_id = g.id)
         limit 1`,
        [newId(), principal, agent, as, procedureId, JSON.stringify(titles), days],
      );
    }
  }
}
