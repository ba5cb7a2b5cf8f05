import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffAsker } from '../access/asker.js';
import { auditActorOf } from '../audit/audit-actor.js';
import { contentHash, recordAudit } from '../audit/record-audit.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { lockVisit } from './open-visit.js';
import type { FindingRequest } from './visit.dto.js';

@Injectable()
export class RecordFinding {
  constructor(private readonly dataSource: DataSource) {}

  /** What was found of one item. Sent again after a lost answer, it is there once. */
  async run(staff: StaffAsker, id: string, finding: FindingRequest): Promise<Outcome<null>> {
    const { item, version, result } = finding;
    const note = finding.note.trim();
    return this.dataSource.transaction(async (tx): Promise<Outcome<null>> => {
      const visit = await lockVisit(tx, id, staff);
      if (!visit.ok) return visit;
      if (!visit.value.checklist.some((one) => one.id === item))
        return refuse('request-invalid', { params: { field: 'item' } });
      const [known] = await tx.query<{ version: number; result: string; note: string }[]>(
        'select version, result, note from visit_finding where visit_id = $1 and item = $2',
        [id, item],
      );
      if (known?.result === result && known.note === note) return done(null);
      if ((known?.version ?? 0) !== version) return refuse('finding-changed');
      await tx.query(
        `insert into visit_finding (visit_id, item, result, note, version, staff_id, at)
         values ($1, $2, $3, $4, 1, $5, now())
         on conflict (visit_id, item) do update set result = excluded.result, note = excluded.note,
           version = visit_finding.version + 1, staff_id = excluded.staff_id, at = excluded.at`,
        [id, item, result, note, staff.id],
      );
      await recordAudit(tx, {
        actor: auditActorOf(staff),
        action: 'visit.record',
        subject: { kind: 'application', id: visit.value.application_id },
        after: contentHash({ result, note }),
        detail: { visit: id, item },
      });
      return done(null);
    });
  }
}
