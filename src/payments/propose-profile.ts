import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffAsker } from '../access/asker.js';
import { auditActorOf } from '../audit/audit-actor.js';
import { contentHash, recordAudit } from '../audit/record-audit.js';
import { newId } from '../database/id.js';
import { done, type Outcome, refuse, type Refusal } from '../http/refusal.js';
import { Banks } from '../lookups/banks.js';
import { inFile } from './judge-payment.js';
import type { ProfileSettings } from './payment-profile.dto.js';
import type { StoredSettings } from './payment-profile.entity.js';
import { PaymentReach } from './payment-reach.js';
import { unwritable, writtenName } from './zengin/zengin-text.js';

/** 振込依頼人名 in a file. */
const longestName = 40;

@Injectable()
export class ProposeProfile {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reach: PaymentReach,
    private readonly banks: Banks,
  ) {}

  /**
   * An account to pay from, or another way to pay from a known one, or its end. Nothing changes until a second person
   * agrees. @returns the id of the account
   */
  async run(
    staff: StaffAsker,
    id: string | null,
    settings: ProfileSettings,
    ends: boolean,
  ): Promise<Outcome<string>> {
    if (!(await this.reach.mayPay(staff))) return refuse('not-found');
    const fault = this.faultIn(settings);
    if (fault && !ends) return fault;
    const { bank, branch } = this.banks.find(settings.bankCode, settings.branchCode);
    const stored: StoredSettings = {
      ...settings,
      bankInFile: inFile(bank?.kana),
      branchInFile: inFile(branch?.kana),
    };
    return this.dataSource.transaction(async (tx) => {
      const known = id ?? newId();
      const before = await tx.query<{ n: number; state: string }[]>(
        'select n, state from payment_profile where id = $1 order by n for update',
        [known],
      );
      const inUse = before.some(({ state }) => state === 'in_force' || state === 'proposed');
      if (id !== null && !inUse) return refuse('not-found');
      if (before.some(({ state }) => state === 'proposed')) return refuse('payment-profile-pending');
      const n = (before.at(-1)?.n ?? 0) + 1;
      await tx.query(
        `insert into payment_profile (id, n, state, settings, ends, proposed_by) values ($1, $2, 'proposed', $3, $4, $5)`,
        [known, n, JSON.stringify(stored), ends, staff.id],
      );
      await recordAudit(tx, {
        actor: auditActorOf(staff),
        action: 'payment-profile.propose',
        subject: { kind: 'payment-profile', id: known },
        after: contentHash(stored),
        detail: { n, ends },
      });
      return done(known);
    });
  }

  private faultIn({ clientName, slash, bankCode, branchCode }: ProfileSettings): Refusal | null {
    const written = writtenName(clientName);
    const letters = unwritable(written, slash);
    if (letters.length > 0 || written.length > longestName || written === '')
      return refuse('payment-profile-name', {
        params: { letters: letters.join(' ') || String(written.length) },
      });
    const { bank, branch } = this.banks.find(bankCode, branchCode);
    return bank && branch ? null : refuse('payment-profile-bank');
  }
}
