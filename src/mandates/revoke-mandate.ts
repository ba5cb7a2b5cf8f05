import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ApplicantAsker } from '../access/asker.js';
import { auditActorOf } from '../audit/audit-actor.js';
import { recordAudit } from '../audit/record-audit.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { lockMandate, oweMandateMail } from './owe-mandate-mail.js';

@Injectable()
export class RevokeMandate {
  constructor(private readonly dataSource: DataSource) {}

  /** Ends a mandate at once, by either side. Repeated, it changes nothing. */
  async run(me: ApplicantAsker, id: string, askedFrom: string): Promise<Outcome<null>> {
    return this.dataSource.transaction(async (tx): Promise<Outcome<null>> => {
      const own = await lockMandate(tx, id, me.accountId, 'principal');
      const mandate = own ?? (await lockMandate(tx, id, me.accountId, 'agent'));
      // What was only offered is declined, and not revoked, by whom it was offered to.
      if (!mandate || (own === null && mandate.agent_account_mail === null)) return refuse('not-found');
      if (mandate.state === 'revoked') return done(null);
      if (mandate.state === 'declined') return refuse('mandate-over');
      await tx.query(
        `update mandate set state = 'revoked', revoked_at = clock_timestamp(), revoked_by = $2 where id = $1`,
        [id, own ? 'principal' : 'agent'],
      );
      await tx.query('update session set mandate_id = null where mandate_id = $1', [id]);
      await recordAudit(tx, {
        actor: auditActorOf(me),
        action: 'mandate.revoke',
        subject: { kind: 'mandate', id },
      });
      // Whoever was asked and has not answered only finds nothing to answer any more.
      if (mandate.state === 'accepted') {
        await oweMandateMail(tx, 'mandate-ended', mandate, own ? 'agent' : 'principal', askedFrom);
      }
      return done(null);
    });
  }
}
