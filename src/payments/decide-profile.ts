import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { StaffAsker } from '../access/asker.js';
import { auditActorOf } from '../audit/audit-actor.js';
import { contentHash, recordAudit } from '../audit/record-audit.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import type { StoredSettings } from './payment-profile.entity.js';
import { PaymentReach } from './payment-reach.js';

interface Proposal {
  readonly settings: StoredSettings;
  readonly ends: boolean;
  readonly proposed_by: string;
}

@Injectable()
export class DecideProfile {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reach: PaymentReach,
  ) {}

  /**
   * A second person puts a proposal in force: the one that they read. Batches that were released before are written as
   * they were released; those that were not must be handed on anew.
   */
  async confirm(staff: StaffAsker, id: string, n: number): Promise<Outcome<null>> {
    if (!(await this.reach.mayPay(staff))) return refuse('not-found');
    return this.dataSource.transaction(async (tx) => {
      const proposal = await lockProposal(tx, id, n);
      if (!proposal.ok) return proposal;
      const { settings, ends, proposed_by: proposedBy } = proposal.value;
      if (proposedBy === staff.id) return refuse('payment-profile-own');
      const [[before]] = await tx.query<[{ settings: StoredSettings }[], number]>(
        `update payment_profile set state = $2 where id = $1 and state = 'in_force' returning settings`,
        [id, ends ? 'ended' : 'replaced'],
      );
      await tx.query(
        `update payment_profile set state = $3, decided_by = $4, decided_at = clock_timestamp() where id = $1 and n = $2`,
        [id, n, ends ? 'ended' : 'in_force', staff.id],
      );
      await recordAudit(tx, {
        actor: auditActorOf(staff),
        action: 'payment-profile.confirm',
        subject: { kind: 'payment-profile', id },
        before: before ? contentHash(before.settings) : null,
        after: ends ? null : contentHash(settings),
        detail: { n, proposedBy },
      });
      return done(null);
    });
  }

  /** Takes a proposal back: whoever made it, or whoever should have agreed. */
  async withdraw(staff: StaffAsker, id: string, n: number): Promise<Outcome<null>> {
    if (!(await this.reach.mayPay(staff))) return refuse('not-found');
    return this.dataSource.transaction(async (tx) => {
      const proposal = await lockProposal(tx, id, n);
      if (!proposal.ok) return proposal;
      await tx.query(
        `update payment_profile set state = 'withdrawn', decided_by = $3, decided_at = clock_timestamp()
         where id = $1 and n = $2`,
        [id, n, staff.id],
      );
      await recordAudit(tx, {
        actor: auditActorOf(staff),
        action: 'payment-profile.withdraw',
        subject: { kind: 'payment-profile', id },
        detail: { n },
      });
      return done(null);
    });
  }
}

async function lockProposal(tx: EntityManager, id: string, n: number): Promise<Outcome<Proposal>> {
  const rows = await tx.query<(Proposal & { n: number; state: string })[]>(
    'select n, state, settings, ends, proposed_by from payment_profile where id = $1 order by n for update',
    [id],
  );
  if (rows.length === 0) return refuse('not-found');
  const proposal = rows.find((row) => row.n === n && row.state === 'proposed');
  return proposal ? done(proposal) : refuse('payment-profile-changed');
}
