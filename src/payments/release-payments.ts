import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { StaffAsker } from '../access/asker.js';
import { done, type Outcome, refuse, type Refusal } from '../http/refusal.js';
import { planFault } from './begin-payments.js';
import { lockBatch, type LockedBatch, settingsInForce } from './locked-batch.js';
import { LookAtPayments } from './look-at-payments.js';
import { PaymentReach } from './payment-reach.js';
import { recordPaymentEvent } from './record-payment-event.js';
import { batchDigest, handsOn } from './released-content.js';

@Injectable()
export class ReleasePayments {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reach: PaymentReach,
    private readonly look: LookAtPayments,
  ) {}

  /**
   * A second person's yes to what the first one prepared: to exactly that, while it is still true.
   *
   * @param digest of what the second person read
   */
  async run(staff: StaffAsker, id: string, digest: string): Promise<Outcome<null>> {
    const procedures = await this.reach.paidBy(staff);
    return this.dataSource.transaction(async (tx) => {
      const batch = await lockBatch(tx, procedures, id, ['checked']);
      if (!batch.ok) return batch;
      const refusal = await this.whyNot(tx, staff, batch.value, digest);
      if (refusal) return refusal;
      await tx.query(
        `update payment_batch set state = 'released', released_by = $2, released_at = clock_timestamp(),
           profile = (select settings from payment_profile f where f.id = profile_id and f.state = 'in_force')
         where id = $1`,
        [id, staff.id],
      );
      await recordPaymentEvent(tx, staff, id, 'release', { digest });
      return done(null);
    });
  }

  private async whyNot(
    tx: EntityManager,
    staff: StaffAsker,
    batch: LockedBatch,
    digest: string,
  ): Promise<Refusal | null> {
    if ((await handsOn(tx, batch.id)).includes(staff.id)) return refuse('payment-own-batch');
    const { pay_on: payOn, profile_id: profileId } = batch;
    const fault = await planFault(tx, { payOn, profileId });
    if (fault) return fault;
    const settings = await settingsInForce(tx, profileId);
    if (!settings) return refuse('payment-profile-unknown');
    // Also when the settings of the account have changed since.
    const now = await batchDigest(tx, batch.id, payOn, settings);
    if (digest !== batch.digest || digest !== now) return refuse('payment-changed');
    return this.changedApplications(tx, batch.id, settings.slash);
  }

  /** Whatever happened to an application since it was looked at: only what leaves the payment as it was is of no matter. */
  private async changedApplications(tx: EntityManager, id: string, slash: boolean): Promise<Refusal | null> {
    // Held until the release is written: nobody takes one of them away in between.
    await tx.query(
      `select 1 from application where id in (select application_id from payment where batch_id = $1 and state = 'ready')
       order by id for share`,
      [id],
    );
    const touched = await tx.query<{ n: number; digest: string; number: string }[]>(
      `select p.n, p.digest, a.number from payment p join application a on a.id = p.application_id
       where p.batch_id = $1 and p.state = 'ready' and a.lock <> p.lock order by p.n`,
      [id],
    );
    if (touched.length === 0) return null;
    const looked = await this.look.run(
      tx,
      id,
      touched.map(({ n }) => n),
      slash,
    );
    const same = new Set(
      looked
        .filter(({ findings }) => findings.every(({ level }) => level === 'warning'))
        .map((one) => `${String(one.n)} ${one.digest ?? ''}`),
    );
    const changed = touched.filter(({ n, digest }) => !same.has(`${String(n)} ${digest}`));
    if (changed.length === 0) return null;
    const numbers = changed.slice(0, 5).map(({ number }) => number);
    return refuse('payment-applications-changed', {
      params: { count: changed.length, numbers: numbers.join(', ') },
    });
  }
}
