import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { FORMATS } from '#engine';
import type { Language } from '../http/language.js';
import type { FieldProblem } from '../http/problem.dto.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { problem } from './judge-profile.js';
import { mailKeyOf, oweCode } from './owe-code.js';
import { mailSentences } from './profile-sentences.js';
import type { BeginRegistrationRequest } from './registration.dto.js';
import { newRegistrationToken, registrationHours, registrationIdOf } from './registration-cookie.js';
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
    const { mail, problems } = readMail(asked);
    if (problems.length > 0) return refuse('answers-invalid', { problems });
    const token = newRegistrationToken();
    const registrationId = registrationIdOf(token);
    return this.dataSource.transaction(async (tx): Promise<Outcome<string>> => {
      await tx.query(`delete from mail_proof where created_at < now() - $1::int * interval '1 hour'`, [
        registrationHours,
      ]);
      await tx.query(
        `insert into mail_proof (id, purpose, mail, mail_key, terms_version, terms_agreed_at)
         values ($1, 'registration', $2, $3, $4, now())`,
        [registrationId, mail, mailKeyOf(mail), asked.termsVersion],
      );
      const owed = await oweCode(tx, { proofId: registrationId, mail, askedFrom, language });
      // Refused, the one before goes on.
      await tx.query('delete from mail_proof where id = $1', [owed.ok ? replaced : registrationId]);
      return owed.ok ? done(token) : owed;
    });
  }
}

function readMail(asked: BeginRegistrationRequest): {
  readonly mail: string;
  readonly problems: readonly FieldProblem[];
} {
  const normalize = (text: string): string => FORMATS.email?.normalize?.(text) ?? text;
  const mail = normalize(asked.mail);
  if (!FORMATS.email?.pattern.test(mail)) {
    return { mail, problems: [problem('/mail', 'wrong-format', mailSentences['wrong-format'])] };
  }
  if (mail !== normalize(asked.mailAgain)) {
    return { mail, problems: [problem('/mailAgain', 'differs', mailSentences.differs)] };
  }
  return { mail, problems: [] };
}
