import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffAsker } from '../access/asker.js';
import { recordLine } from '../applications/record-line.js';
import { auditActorOf } from '../audit/audit-actor.js';
import { contentHash, recordAudit } from '../audit/record-audit.js';
import { newId } from '../database/id.js';
import { done, type Outcome, Refused, refuse } from '../http/refusal.js';
import { SendMessage } from '../messages/send-message.js';
import { lockVisit, type OpenVisit } from './open-visit.js';
import { visitMessages } from './visit-messages.js';
import { slotText } from './write-visit.js';

@Injectable()
export class EndVisit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly send: SendMessage,
  ) {}

  /** Every item has its result; from now on nothing of it changes. */
  async finish(staff: StaffAsker, id: string): Promise<Outcome<null>> {
    return this.dataSource.transaction(async (tx): Promise<Outcome<null>> => {
      const visit = await lockVisit(tx, id, staff);
      if (!visit.ok) return visit;
      const findings = await tx.query<{ item: string; result: string; note: string }[]>(
        'select item, result, note from visit_finding where visit_id = $1 order by item',
        [id],
      );
      const missing = visit.value.checklist.filter((item) => !findings.some((one) => one.item === item.id));
      if (missing.length > 0) return refuse('findings-missing', { params: { count: missing.length } });
      await tx.query(`update visit set state = 'done', ended_at = now(), ended_by_id = $2 where id = $1`, [
        id,
        staff.id,
      ]);
      await recordLine(tx, applicationOf(visit.value), {
        type: 'visit-done',
        actor: staff,
        about: slotOf(visit.value),
      });
      await recordAudit(tx, {
        actor: auditActorOf(staff),
        action: 'visit.finish',
        subject: { kind: 'application', id: visit.value.application_id },
        after: contentHash(findings),
        detail: { visit: id, faults: findings.filter(({ result }) => result === 'fault').length },
      });
      return done(null);
    });
  }

  async cancel(staff: StaffAsker, id: string, tell: boolean): Promise<Outcome<null>> {
    return this.dataSource.transaction(async (tx): Promise<Outcome<null>> => {
      const visit = await lockVisit(tx, id, staff);
      if (!visit.ok) return visit;
      const { application_id: applicationId, on_day: onDay, from_time, to_time, place } = visit.value;
      await tx.query(
        `update visit set state = 'cancelled', ended_at = now(), ended_by_id = $2, revision = revision + 1 where id = $1`,
        [id, staff.id],
      );
      await recordLine(tx, applicationOf(visit.value), {
        type: 'visit-cancelled',
        actor: staff,
        about: slotOf(visit.value),
      });
      await recordAudit(tx, {
        actor: auditActorOf(staff),
        action: 'visit.cancel',
        subject: { kind: 'application', id: applicationId },
        detail: { visit: id, told: tell },
      });
      if (!tell) return done(null);
      const body = visitMessages.cancelled({ onDay, fromTime: from_time, toTime: to_time, place });
      const told = await this.send.run(staff, applicationId, { key: newId(), body, files: [] }, tx, id);
      // Thrown, so that nothing of it stays.
      if (!told.ok) throw new Refused(told);
      return told;
    });
  }
}

function applicationOf({ application_id: id, now }: OpenVisit): { readonly id: string; readonly now: Date } {
  return { id, now };
}

function slotOf({ on_day: onDay, from_time: fromTime, to_time: toTime }: OpenVisit): string {
  return slotText({ onDay, fromTime, toTime });
}
