import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { FromBrowser } from '../access/session-cookie.js';
import { Sessions } from '../access/sessions.js';
import { ConfirmMail } from '../accounts/confirm-mail.js';
import type { OpenProof } from '../accounts/mail-proofs.queries.js';
import { recordAudit } from '../audit/record-audit.js';
import { newId } from '../database/id.js';
import type { Language } from '../http/language.js';
import { done, type Outcome, refuse } from '../http/refusal.js';

interface ProofRow {
  readonly mail: string;
  readonly mail_key: string;
  readonly guest: {
    readonly procedureId: string;
    readonly name: string;
    readonly as: 'individual' | 'business';
  };
}

@Injectable()
export class EnterAsGuest {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sessions: Sessions,
    private readonly confirm: ConfirmMail,
  ) {}

  /**
   * Goes on as the guest that this address is to this procedure: the one of last time, drafts and applications with
   * them, or a new one. The proof is used up by it.
   * @param language in which they read our pages now: their mails come in it
   * @returns the new session's token
   */
  async run(
    proof: OpenProof,
    code: string,
    browser: FromBrowser,
    language: Language,
  ): Promise<Outcome<string>> {
    const confirmed = await this.confirm.run(proof, code);
    if (!confirmed.ok) return confirmed;
    const account = await this.accountOf(proof.id, language);
    return account === null
      ? refuse('code-spent')
      : done(await this.sessions.open('applicant', account, browser));
  }

  private accountOf(proofId: Buffer, language: Language): Promise<string | null> {
    return this.dataSource.transaction(async (tx) => {
      const [[used]] = await tx.query<[ProofRow[], number]>(
        `delete from mail_proof where id = $1 and purpose = 'guest' and confirmed_at is not null
         returning mail, mail_key, guest`,
        [proofId],
      );
      if (!used) return null;
      const { procedureId, name, as } = used.guest;
      const id = newId();
      const [made] = await tx.query<{ id: string }[]>(
        `insert into account (id, mail, mail_key, guest_of, guest_key, language)
         values ($1, $2, 'guest:' || $1::uuid, $3, $4, $5)
         on conflict (guest_of, guest_key) do nothing returning id`,
        [id, used.mail, procedureId, used.mail_key, language],
      );
      if (made) {
        await tx.query(
          'insert into applicant (id, account_id, kind, name, profile) values ($1, $2, $3, $4, $5)',
          [newId(), id, as, name, JSON.stringify({ name, mail: used.mail })],
        );
        await recordAudit(tx, {
          actor: { kind: 'account', id },
          action: 'account.register-guest',
          subject: { kind: 'account', id },
          detail: { procedure: procedureId },
        });
        return id;
      }
      const [[known]] = await tx.query<[{ id: string }[], number]>(
        `update account set language = $3 where guest_of = $1 and guest_key = $2 and disabled_at is null
         returning id`,
        [procedureId, used.mail_key, language],
      );
      return known?.id ?? null;
    });
  }
}
