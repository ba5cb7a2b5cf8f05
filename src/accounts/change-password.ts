import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ApplicantAsker } from '../access/asker.js';
import { hashPassword } from '../access/password.js';
import { ProvePassword } from '../access/prove-password.js';
import { Sessions } from '../access/sessions.js';
import { auditActorOf } from '../audit/audit-actor.js';
import { recordAudit } from '../audit/record-audit.js';
import type { Language } from '../http/language.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import type { ChangePasswordRequest } from './account.dto.js';
import { currentPasswordProblems } from './current-password.js';
import { judgeNewPassword } from './judge-profile.js';
import { oweAccountMail } from './owe-code.js';

@Injectable()
export class ChangePassword {
  constructor(
    private readonly dataSource: DataSource,
    private readonly prove: ProvePassword,
    private readonly sessions: Sessions,
  ) {}

  /** Ends every other session, for whoever knew the old password, and owes the mail that says so. */
  async run(
    me: ApplicantAsker,
    entry: ChangePasswordRequest,
    token: string,
    askedFrom: string,
    language: Language,
  ): Promise<Outcome<null>> {
    const proven = await this.prove.run(me, entry.currentPassword, askedFrom);
    if (!proven.ok) return proven;
    const problems = [...currentPasswordProblems(proven.value), ...judgeNewPassword(entry, me.mail)];
    if (problems.length > 0) return refuse('answers-invalid', { problems });
    const hash = await hashPassword(entry.password);
    await this.dataSource.transaction(async (tx) => {
      await tx.query('update account set password_hash = $2 where id = $1', [me.accountId, hash]);
      await recordAudit(tx, {
        actor: auditActorOf(me),
        action: 'password.change',
        subject: { kind: 'account', id: me.accountId },
      });
      await oweAccountMail(tx, 'password-changed', { proofId: null, mail: me.mail, askedFrom, language });
    });
    await this.sessions.endOthers({ kind: 'applicant', id: me.accountId }, token);
    return done(null);
  }
}
