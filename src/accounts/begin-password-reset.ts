import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Language } from '../http/language.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { allowCode, mailKeyOf, oweAccountMail } from './owe-code.js';
import { newProofToken, proofIdOf } from './proof-cookie.js';
import { readMail } from './read-mail.js';

@Injectable()
export class BeginPasswordReset {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Owes a code to the address. Does the same, in the same time, whether or not the address has an account: where it
   * has none the mail says so, because people forget which of their addresses they registered.
   * @param replaced reset that the browser had begun before
   * @returns token of the new one
   */
  async run(
    typed: string,
    askedFrom: string,
    language: Language,
    replaced: Buffer | null,
  ): Promise<Outcome<string>> {
    const { mail, problems } = readMail(typed);
    if (problems.length > 0) return refuse('answers-invalid', { problems });
    const token = newProofToken();
    const proofId = proofIdOf(token);
    return this.dataSource.transaction(async (tx): Promise<Outcome<string>> => {
      const allowed = await allowCode(tx, { mail, askedFrom });
      // Refused, the one before goes on.
      if (!allowed.ok) return allowed;
      await tx.query('delete from mail_proof where id = $1', [replaced]);
      await tx.query(
        `insert into mail_proof (id, purpose, mail, mail_key) values ($1, 'password-reset', $2, $3)`,
        [proofId, mail, mailKeyOf(mail)],
      );
      await oweAccountMail(tx, 'code', { proofId, mail, askedFrom, language });
      return done(token);
    });
  }
}
