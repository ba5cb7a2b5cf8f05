import type { EntityManager } from 'typeorm';
import { recordAudit } from '../audit/record-audit.js';
import { newId } from '../database/id.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import type { ProvenIdentity } from './open-id-provider.js';

/** In the caller's transaction: the identity becomes a way into the account. Once more changes nothing. */
export async function keepIdentity(
  tx: EntityManager,
  accountId: string,
  providerId: string,
  { issuer, subject, acr, proven, profile }: ProvenIdentity,
): Promise<Outcome<null>> {
  const id = newId();
  const [row] = await tx.query<{ id: string; account_id: string }[]>(
    `insert into account_identity (id, account_id, issuer, subject, provider, acr, proven, profile)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (issuer, subject) do update set last_used_at = account_identity.last_used_at
     returning id, account_id`,
    [id, accountId, issuer, subject, providerId, acr, proven, JSON.stringify(profile)],
  );
  if (row?.id === id) {
    await recordAudit(tx, {
      actor: { kind: 'account', id: accountId },
      action: 'identity.link',
      subject: { kind: 'account', id: accountId },
      detail: { identity: id, provider: providerId },
    });
  }
  return row?.account_id === accountId ? done(null) : refuse('identity-taken');
}
