import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { refuseTakingOn } from '#engine';
import { actorIn, rolesToActIn, type StaffAsker, withoutUnlendable } from '../access/asker.js';
import { auditActorOf } from '../audit/audit-actor.js';
import { contentHash, recordAudit } from '../audit/record-audit.js';
import { inTransaction } from '../database/in-transaction.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { ProcedureLibrary } from '../procedures/procedure-library.js';
import type { AssignRequest } from './desk.dto.js';
import { fromEngine } from './engine-refusal.js';
import { lockApplication } from './locked-application.js';

@Injectable()
export class AssignApplication {
  constructor(
    private readonly dataSource: DataSource,
    private readonly library: ProcedureLibrary,
  ) {}

  /**
   * Puts a case on an official's desk, or back into the team's queue (null). `me` claims it: a case that somebody
   * else has is not taken away by a claim, and one that four-eyes keeps from the asker is not theirs to claim. A note
   * to the next one stands in the history.
   */
  async run(
    asker: StaffAsker,
    id: string,
    { assigneeId: assignee, note: typed }: AssignRequest,
    within?: EntityManager,
  ): Promise<Outcome<null>> {
    const note = typed?.trim() || null;
    return inTransaction(this.dataSource, within, async (tx) => {
      const application = await lockApplication(tx, id, { procedures: Object.keys(asker.roles) });
      if (!application) return refuse('not-found');
      const { procedure } = await this.library.version(application.version_hash);
      const staff = withoutUnlendable(asker, procedure);
      const { procedure_id: procedureId, stage_roles: awaited, assignee_id: before } = application;
      if (awaited.length === 0) return refuse('action-not-available');
      if (!awaited.some((role) => rolesToActIn(staff, procedureId).includes(role)))
        return refuse('role-missing');
      const wanted = assignee === 'me' ? staff.id : assignee;
      if (wanted === before) return done(null);
      if (assignee === 'me' && before !== null) return refuse('application-changed');
      if (wanted === staff.id) {
        const refused = refuseTakingOn(procedure.workflow, application.state, actorIn(staff, procedureId));
        if (refused) return fromEngine(refused);
      }
      if (wanted !== null && wanted !== staff.id && !(await hasRole(tx, wanted, procedureId, awaited))) {
        return refuse('request-invalid', { params: { field: 'assigneeId' } });
      }
      await tx.query(
        `with assigned as (
           update application set assignee_id = $2, event_count = event_count + 1, lock = lock + 1 where id = $1
           returning id, event_count, stage
         )
         insert into application_event
           (application_id, seq, at, type, from_stage, to_stage, action, actor_kind, actor_id, reason, note)
         select id, event_count, $3, 'assigned', stage, stage, null, 'staff', $4, (
           select name from staff where staff.id = $2), $5 from assigned`,
        [id, wanted, application.now, staff.id, note],
      );
      await recordAudit(tx, {
        actor: auditActorOf(staff),
        action: 'application.assign',
        subject: { kind: 'application', id },
        detail: { from: before, to: wanted, ...(note !== null && { note: contentHash(note) }) },
      });
      return done(null);
    });
  }
}

async function hasRole(
  tx: EntityManager,
  staffId: string,
  procedureId: string,
  roles: readonly string[],
): Promise<boolean> {
  if (!/^[0-9a-f-]{36}$/.test(staffId)) return false;
  const rows = await tx.query<unknown[]>(
    `select 1 from staff_role_in_force r join staff s on s.id = r.staff_id and s.disabled_at is null
     where r.staff_id = $1 and r.procedure_id = $2 and r.role = any($3)`,
    [staffId, procedureId, roles],
  );
  return rows.length > 0;
}
