import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { hashPassword } from '../access/password.js';
import { SignInThrottle } from '../access/sign-in-throttle.js';
import { recordAudit } from '../audit/record-audit.js';
import type { Language } from '../http/language.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { judgeNewPassword } from './judge-profile.js';
import type { OpenProof } from './mail-proofs.queries.js';
import { oweAccountMail } from './owe-code.js';
import type { NewPasswordRequest } from './password-reset.dto.js';

@Injectable()
export class CompletePasswordReset {
  constructor(
    private readonly dataSource: DataSource,
    private readonly throttle: SignInThrottle,
  ) {}

  /**
   * Sets the password of the account whose mail was read, ends all its sessions, and owes the mail that says so. Whoever
   * reads the mail of the account is its owner, so failed sign-ins of others no longer keep them out.
   */
  async run(
    proof: OpenProof,
    entry: NewPasswordRequest,
    askedFrom: string,
    language: Language,
  ): Promise<Outcome<null>> {
    if (!proof.confirmed) return refuse('mail-not-confirmed');
    const problems = judgeNewPassword(entry, proof.mail);
    if (problems.length > 0) return refuse('answers-invalid', { problems });
    const hash = await hashPassword(entry.password);
    const outcome = await this.dataSource.transaction(async (tx): Promise<Outcome<null>> => {
      const [used] = await tx.query<[{ mail_key: string }[], number]>(
        `delete from mail_proof where id = $1 and confirmed_at is not null returning mail_key`,
        [proof.id],
      );
      const [accounts] = await tx.query<[{ id: string; mail: string }[], number]>(
        `update account set password_hash = $2 where mail_key = $1 and disabled_at is null returning id, mail`,
        [used[0]?.mail_key ?? '', hash],
      );
      const [account] = accounts;
      // Closed or locked between the code and the new password.
      if (!account) return refuse('password-reset-not-begun');
      await tx.query('delete from session where account_id = $1', [account.id]);
      await recordAudit(tx, {
        actor: { kind: 'account', id: account.id },
        action: 'password.reset',
        subject: { kind: 'account', id: account.id },
      });
      await oweAccountMail(tx, 'password-changed', {
        proofId: null,
        mail: account.mail,
        askedFrom,
        language,
      });
      return done(null);
    });
    if (outcome.ok) await this.throttle.forget('applicant', proof.mail);
    return outcome;
  }
}
