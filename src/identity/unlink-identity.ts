import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { recordAudit } from '../audit/record-audit.js';
import { done, type Outcome, refuse } from '../http/refusal.js';

@Injectable()
export class UnlinkIdentity {
  constructor(private readonly dataSource: DataSource) {}

  /** Refused for the last way into an account. */
  run(accountId: string, identityId: string): Promise<Outcome<null>> {
    return this.dataSource.transaction(async (tx): Promise<Outcome<null>> => {
      // Two at once must not each leave the other one: they wait for each other, and then look.
      await tx.query('select from account where id = $1 for update', [accountId]);
      const [account] = await tx.query<{ has_password: boolean; others: number; own: boolean }[]>(
        `select a.password_hash is not null as has_password,
           (select count(*)::int from account_identity where account_id = a.id and id <> $2) as others,
           exists (select from account_identity where account_id = a.id and id = $2) as own
         from account a where a.id = $1`,
        [accountId, identityId],
      );
      if (!account?.own) return refuse('not-found');
      if (!account.has_password && account.others === 0) return refuse('identity-last');
      await tx.query('delete from account_identity where id = $1 and account_id = $2', [
        identityId,
        accountId,
      ]);
      await recordAudit(tx, {
        actor: { kind: 'account', id: accountId },
        action: 'identity.unlink',
        subject: { kind: 'account', id: accountId },
        detail: { identity: identityId },
      });
      return done(null);
    });
  }
}
