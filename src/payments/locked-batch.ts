import type { EntityManager } from 'typeorm';
import { done, type Outcome, refuse } from '../http/refusal.js';
import type { PaymentBatchState } from './payment-batch.entity.js';
import type { StoredSettings } from './payment-profile.entity.js';

/** A batch that this transaction holds until it ends. */
export interface LockedBatch {
  readonly id: string;
  readonly number: number;
  readonly state: PaymentBatchState;
  readonly pay_on: string;
  readonly profile_id: string;
  readonly profile: StoredSettings | null;
  readonly digest: string | null;
  readonly created_by: string;
  readonly checked_by: string | null;
  readonly released_on: string | null;
  /** Today in Japan. */
  readonly today: string;
}

/**
 * Waits for whoever changes the batch now, then reads it.
 *
 * @param procedures those whose payments the asker makes
 * @param states in which it can be done what is to be done
 */
export async function lockBatch(
  tx: EntityManager,
  procedures: readonly string[],
  id: string,
  states: readonly PaymentBatchState[],
): Promise<Outcome<LockedBatch>> {
  const [held] = await tx.query<unknown[]>(
    'select 1 from payment_batch where id = $1 and procedure_id = any($2) for update',
    [id, procedures],
  );
  if (!held) return refuse('not-found');
  const [batch] = await tx.query<LockedBatch[]>(
    `select id, number, state, pay_on::text as pay_on, profile_id, profile, digest, created_by, checked_by,
       (released_at at time zone 'Asia/Tokyo')::date::text as released_on,
       (now() at time zone 'Asia/Tokyo')::date::text as today
     from payment_batch where id = $1`,
    [id],
  );
  if (!batch || !states.includes(batch.state)) return refuse('payment-batch-moved-on');
  return done(batch);
}

/** The settings in force of an account that is paid from; null where there is none, or no longer. */
export async function settingsInForce(tx: EntityManager, id: string): Promise<StoredSettings | null> {
  const [row] = await tx.query<{ settings: StoredSettings }[]>(
    `select settings from payment_profile where id = $1 and state = 'in_force'`,
    [id],
  );
  return row?.settings ?? null;
}
