import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Language } from '../http/language.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { mailKeyOf, oweCode } from './owe-code.js';
import { newProofToken, proofHours, proofIdOf } from './proof-cookie.js';
import { readMail } from './read-mail.js';
import type { BeginRegistrationRequest } from './registration.dto.js';
import { terms } from './terms/terms.js';

@Injectable()
export class BeginRegistration {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Keeps the agreement to the terms and owes a code to the address. Does the same, in the same time, whether or not
   * the address has an account: only the one who reads its mail learns that.
   * @param replaced registration that the browser had begun before
   * @returns token of the new registration
   */
  async run(
    asked: BeginRegistrationRequest,
    askedFrom: string,
    language: Language,
    replaced: Buffer | null,
  ): Promise<Outcome<string>> {
    if (asked.termsVersion !== terms.version) return refuse('terms-changed');
    const { mail, problems } = readMail(asked.mail, asked.mailAgain);
    if (problems.length > 0) return refuse('answers-invalid', { problems });
    const token = newProofToken();
    const proofId = proofIdOf(token);
    return this.dataSource.transaction(async (tx): Promise<Outcome<string>> => {
      await tx.query(`delete from mail_proof where created_at < now() - $1::int * interval '1 hour'`, [
        proofHours,
      ]);
      await tx.query(
        `insert into mail_proof (id, purpose, mail, mail_key, terms_version, terms_agreed_at)
         values ($1, 'registration', $2, $3, $4, now())`,
        [proofId, mail, mailKeyOf(mail), asked.termsVersion],
      );
      const owed = await oweCode(tx, { proofId, mail, askedFrom, language });
      // Refused, the one before goes on.
      await tx.query('delete from mail_proof where id = $1', [owed.ok ? replaced : proofId]);
      return owed.ok ? done(token) : owed;
    });
  }
}
