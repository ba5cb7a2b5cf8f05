import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { allowCode, mailKeyOf, oweAccountMail } from '../accounts/owe-code.js';
import { newProofToken, proofIdOf } from '../accounts/proof-cookie.js';
import { readMail } from '../accounts/read-mail.js';
import { problem } from '../accounts/judge-profile.js';
import type { Language } from '../http/language.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { ProceduresQueries } from '../procedures/procedures.queries.js';
import type { BeginAsGuestRequest } from './guest.dto.js';

const nameMissing = {
  ja: 'お名前（または名称）を入力してください。',
  en: 'Enter your name, or that of your business.',
};

@Injectable()
export class BeginAsGuest {
  constructor(
    private readonly dataSource: DataSource,
    private readonly procedures: ProceduresQueries,
  ) {}

  /**
   * Owes a code to the address of somebody who applies without registering. A window that is over does not matter here:
   * whoever applied before comes back by the same way.
   * @param replaced what the browser had begun before
   * @returns token of the new proof
   */
  async run(
    { procedureId, name: typed, mail: typedMail, as }: BeginAsGuestRequest,
    askedFrom: string,
    language: Language,
    replaced: Buffer | null,
  ): Promise<Outcome<string>> {
    const current = await this.procedures.current(procedureId);
    if (current?.version.procedure.info.signIn !== 'none') return refuse('not-found');
    const name = typed.trim();
    const { mail, problems } = readMail(typedMail);
    const all = [...(name === '' ? [problem('/name', 'missing', nameMissing)] : []), ...problems];
    if (all.length > 0) return refuse('answers-invalid', { problems: all });
    const token = newProofToken();
    const proofId = proofIdOf(token);
    return this.dataSource.transaction(async (tx): Promise<Outcome<string>> => {
      const allowed = await allowCode(tx, { mail, askedFrom });
      // Refused, the one before goes on.
      if (!allowed.ok) return allowed;
      await tx.query('delete from mail_proof where id = $1', [replaced]);
      await tx.query(
        `insert into mail_proof (id, purpose, mail, mail_key, guest) values ($1, 'guest', $2, $3, $4)`,
        [proofId, mail, mailKeyOf(mail), JSON.stringify({ procedureId, name, as })],
      );
      await oweAccountMail(tx, 'code', { proofId, mail, askedFrom, language });
      return done(token);
    });
  }
}
