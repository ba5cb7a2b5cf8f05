import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ApplicantAsker } from '../access/asker.js';
import { ProvePassword } from '../access/prove-password.js';
import { auditActorOf } from '../audit/audit-actor.js';
import { recordAudit } from '../audit/record-audit.js';
import type { Language } from '../http/language.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { currentPasswordProblems } from './current-password.js';
import { oweAccountMail } from './owe-code.js';

@Injectable()
export class CloseAccount {
  constructor(
    private readonly dataSource: DataSource,
    private readonly prove: ProvePassword,
  ) {}

  /**
   * 退会: deletes account, sessions, drafts and profiles. Ended applications are records of the office and stay as they
   * are; whoever has an open one cannot leave, because nobody would get the answer.
   */
  async run(
    me: ApplicantAsker,
    currentPassword: string,
    askedFrom: string,
    language: Language,
  ): Promise<Outcome<null>> {
    const proven = await this.prove.run(me, currentPassword, askedFrom);
    if (!proven.ok) return proven;
    const problems = currentPasswordProblems(proven.value);
    if (problems.length > 0) return refuse('answers-invalid', { problems });
    return this.dataSource.transaction(async (tx): Promise<Outcome<null>> => {
      // A submission refers to its applicant: one that is under way is waited for, a later one finds nobody.
      const applicants = await tx.query<{ id: string }[]>(
        'select id from applicant where account_id = $1 order by id for update',
        [me.accountId],
      );
      const ids = applicants.map(({ id }) => id);
      const [open] = await tx.query<{ count: number }[]>(
        'select count(*)::int as count from application where applicant_id = any($1) and open',
        [ids],
      );
      if (open && open.count > 0) return refuse('account-in-use', { params: { count: open.count } });
      await oweAccountMail(tx, 'account-closed', { proofId: null, mail: me.mail, askedFrom, language });
      await tx.query(`delete from draft where applicant_id = any($1) and state = 'open'`, [ids]);
      await tx.query('delete from site where applicant_id = any($1)', [ids]);
      // Both ways: whoever gave one finds it gone, and whoever acted by one stops at once.
      await tx.query(
        `delete from mandate where principal_id = any($1) or agent_id = any($1)
           or (agent_id is null and agent_key = (select mail_key from account where id = $2))`,
        [ids, me.accountId],
      );
      await tx.query('delete from account where id = $1', [me.accountId]);
      await recordAudit(tx, {
        actor: auditActorOf(me),
        action: 'account.close',
        subject: { kind: 'account', id: me.accountId },
        detail: { applicants: ids },
      });
      await tx.query(`update applicant set profile = '{}' where id = any($1)`, [ids]);
      await tx.query(
        `delete from applicant a where id = any($1)
           and not exists (select from draft d where d.applicant_id = a.id)
           and not exists (select from application p where p.applicant_id = a.id)`,
        [ids],
      );
      return done(null);
    });
  }
}
