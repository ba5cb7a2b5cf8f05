import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { isBankDay, isCivilDate, isInWorkingCalendar } from '#engine';
import type { StaffAsker } from '../access/asker.js';
import { newId } from '../database/id.js';
import { done, type Outcome, refuse, type Refusal } from '../http/refusal.js';
import { settingsInForce } from './locked-batch.js';
import type { NewPaymentsRequest, PlanRequest } from './payment-batch.dto.js';
import { PaymentReach } from './payment-reach.js';
import { recordPaymentEvent } from './record-payment-event.js';

@Injectable()
export class BeginPayments {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reach: PaymentReach,
  ) {}

  /**
   * Takes applications that wait for their money into a batch; one that is in another stays there. What is paid is
   * frozen when the worker looks at each. @returns the id of the batch
   */
  async run(staff: StaffAsker, { procedureId, from, ...plan }: NewPaymentsRequest): Promise<Outcome<string>> {
    const procedure = (await this.reach.of(staff)).find(({ id, pays }) => pays && id === procedureId);
    if (!procedure) return refuse('not-found');
    return this.dataSource
      .transaction(async (tx) => {
        const fault = await planFault(tx, plan);
        if (fault) return fault;
        const id = newId();
        await tx.query(
          `insert into payment_batch (id, number, procedure_id, state, pay_on, profile_id, created_by)
         values ($1, nextval('payment_batch_number_seq'), $2, 'looking', $3, $4, $5)`,
          [id, procedureId, plan.payOn, plan.profileId, staff.id],
        );
        const taken = await tx.query<unknown[]>(take, [
          id,
          procedureId,
          procedure.stages.map(({ name }) => name),
          'ids' in from ? from.ids : null,
          'ids' in from ? from.ids.length : from.most,
        ]);
        if (taken.length === 0) throw new Undone(refuse('payment-none'));
        await recordPaymentEvent(tx, staff, id, 'begin', { count: taken.length });
        return done(id);
      })
      .catch(asRefusal);
  }
}

/** Those that wait and are in no other batch, the longest first. Who takes the same at the same moment gets the rest. */
const take = `
insert into payment (batch_id, n, application_id, applicant_id, reference, state)
select $1, row_number() over (order by f.entered_at, f.id), f.id, f.applicant_id, nextval('payment_reference_seq'), 'listed'
from (
  select a.id, a.applicant_id, a.entered_at from application a
  where a.open and a.procedure_id = $2 and a.stage = any($3) and not a.on_hold
    and ($4::uuid[] is null or a.id = any($4))
    and not exists (select from payment p where p.application_id = a.id and p.state in ('listed', 'ready'))
  order by a.entered_at, a.id limit $5
) f
on conflict (application_id) where state in ('listed', 'ready') do nothing
returning 1`;

/** Carries a refusal out of a transaction that is rolled back. */
class Undone extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

function asRefusal(error: unknown): Refusal {
  if (error instanceof Undone) return error.refusal;
  throw error;
}

/** What speaks against paying on that day from that account; null when nothing does. */
export async function planFault(
  tx: EntityManager,
  { payOn, profileId }: PlanRequest,
): Promise<Refusal | null> {
  const [{ today } = { today: '' }] = await tx.query<{ today: string }[]>(
    `select (now() at time zone 'Asia/Tokyo')::date::text as today`,
  );
  const isDay = isCivilDate(payOn) && isInWorkingCalendar(payOn);
  if (!isDay || payOn <= today || !isBankDay(payOn)) return refuse('payment-day-invalid');
  return (await settingsInForce(tx, profileId)) === null ? refuse('payment-profile-unknown') : null;
}
