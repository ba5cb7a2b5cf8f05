import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ApplicantAsker } from '../access/asker.js';
import { auditActorOf } from '../audit/audit-actor.js';
import { recordAudit } from '../audit/record-audit.js';
import { uniqueRuleOf } from '../database/failure.js';
import type { Language } from '../http/language.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { ConfirmMail } from './confirm-mail.js';
import { MailProofs } from './mail-proofs.queries.js';
import { oweAccountMail } from './owe-code.js';

@Injectable()
export class CompleteMailChange {
  constructor(
    private readonly dataSource: DataSource,
    private readonly proofs: MailProofs,
    private readonly confirm: ConfirmMail,
  ) {}

  /** By the code, the new address takes the place of the old one, to which a word is owed. */
  async run(me: ApplicantAsker, code: string, askedFrom: string, language: Language): Promise<Outcome<null>> {
    const proof = await this.proofs.findChange(me.accountId);
    if (!proof) return refuse('mail-change-not-begun');
    const confirmed = await this.confirm.run(proof, code);
    if (!confirmed.ok) return confirmed;
    try {
      return await this.dataSource.transaction(async (tx): Promise<Outcome<null>> => {
        const [old] = await tx.query<{ mail: string }[]>(
          'select mail from account where id = $1 for update',
          [me.accountId],
        );
        const [used] = await tx.query<[{ mail: string; mail_key: string }[], number]>(
          `delete from mail_proof where id = $1 and confirmed_at is not null returning mail, mail_key`,
          [proof.id],
        );
        const [next] = used;
        if (!old || !next) return refuse('mail-change-not-begun');
        await tx.query('update account set mail = $2, mail_key = $3 where id = $1', [
          me.accountId,
          next.mail,
          next.mail_key,
        ]);
        await recordAudit(tx, {
          actor: auditActorOf(me),
          action: 'mail.change',
          subject: { kind: 'account', id: me.accountId },
        });
        await oweAccountMail(tx, 'mail-changed', { proofId: null, mail: old.mail, askedFrom, language });
        return done(null);
      });
    } catch (error) {
      // Somebody registered the address meanwhile. Only who read its mail comes this far.
      if (uniqueRuleOf(error) === 'account_mail_key_key') return refuse('mail-taken');
      throw error;
    }
  }
}
