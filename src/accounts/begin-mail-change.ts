import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ApplicantAsker } from '../access/asker.js';
import { ProvePassword } from '../access/prove-password.js';
import type { Language } from '../http/language.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import type { ChangeMailRequest } from './account.dto.js';
import { currentPasswordProblems } from './current-password.js';
import { allowCode, mailKeyOf, oweAccountMail } from './owe-code.js';
import { readMail } from './read-mail.js';

@Injectable()
export class BeginMailChange {
  constructor(
    private readonly dataSource: DataSource,
    private readonly prove: ProvePassword,
  ) {}

  /**
   * Owes a code to the new address; one change at a time. Answers alike for an address that has an account: only the
   * one who reads its mail learns that.
   */
  async run(
    me: ApplicantAsker,
    entry: ChangeMailRequest,
    askedFrom: string,
    language: Language,
  ): Promise<Outcome<null>> {
    const { mail, problems } = readMail(entry.mail, entry.mailAgain);
    const proven = await this.prove.run(me, entry.currentPassword, askedFrom);
    if (!proven.ok) return proven;
    const all = [...problems, ...currentPasswordProblems(proven.value)];
    if (all.length > 0) return refuse('answers-invalid', { problems: all });
    const proofId = randomBytes(32);
    return this.dataSource.transaction(async (tx): Promise<Outcome<null>> => {
      // Two at once wait for each other here.
      await tx.query('select 1 from account where id = $1 for update', [me.accountId]);
      const allowed = await allowCode(tx, { mail, askedFrom });
      // Refused, the one before goes on.
      if (!allowed.ok) return allowed;
      await tx.query('delete from mail_proof where account_id = $1', [me.accountId]);
      await tx.query(
        `insert into mail_proof (id, purpose, account_id, mail, mail_key) values ($1, 'mail-change', $2, $3, $4)`,
        [proofId, me.accountId, mail, mailKeyOf(mail)],
      );
      await oweAccountMail(tx, 'code', { proofId, mail, askedFrom, language });
      return done(null);
    });
  }
}
