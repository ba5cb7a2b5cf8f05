import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { isCivilDate } from '#engine';
import type { StaffAsker } from '../access/asker.js';
import { auditActorOf } from '../audit/audit-actor.js';
import { recordAudit } from '../audit/record-audit.js';
import { newId } from '../database/id.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import type { AbsenceRequest } from './absence.dto.js';
import { AbsencesQueries } from './absences.queries.js';

@Injectable()
export class SetAbsence {
  constructor(
    private readonly dataSource: DataSource,
    private readonly queries: AbsencesQueries,
  ) {}

  /** Says that the asker is away and who stands in meanwhile. Nobody is away twice at the same time. */
  async run(staff: StaffAsker, { fromOn, toOn, substituteId }: AbsenceRequest): Promise<Outcome<null>> {
    if (!isCivilDate(fromOn)) return refuse('request-invalid', { params: { field: 'fromOn' } });
    if (!isCivilDate(toOn) || toOn < fromOn) return refuse('absence-ends-before');
    const colleagues = await this.queries.colleagues(staff.id);
    if (!colleagues.some(({ id }) => id === substituteId)) {
      return refuse('request-invalid', { params: { field: 'substituteId' } });
    }
    return this.dataSource.transaction(async (tx) => {
      // Of two requests at once the second waits here, and then sees the first.
      await tx.query('select 1 from staff where id = $1 for update', [staff.id]);
      const [overlap] = await tx.query<unknown[]>(
        'select 1 from staff_absence where staff_id = $1 and from_on <= $3::date and to_on >= $2::date',
        [staff.id, fromOn, toOn],
      );
      if (overlap) return refuse('absence-overlaps');
      const id = newId();
      await tx.query(
        'insert into staff_absence (id, staff_id, substitute_id, from_on, to_on) values ($1, $2, $3, $4, $5)',
        [id, staff.id, substituteId, fromOn, toOn],
      );
      await recordAudit(tx, {
        actor: auditActorOf(staff),
        action: 'staff.set-absence',
        subject: { kind: 'staff', id: staff.id },
        detail: { absence: id, substitute: substituteId, fromOn, toOn },
      });
      return done(null);
    });
  }
}
