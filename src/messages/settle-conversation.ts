import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffAsker } from '../access/asker.js';
import { lockApplication } from '../applications/locked-application.js';
import { auditActorOf } from '../audit/audit-actor.js';
import { recordAudit } from '../audit/record-audit.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { ProcedureLibrary } from '../procedures/procedure-library.js';
import { answersFor, reachOf } from './correspondent.js';

@Injectable()
export class SettleConversation {
  constructor(
    private readonly dataSource: DataSource,
    private readonly library: ProcedureLibrary,
  ) {}

  /**
   * Says that the last message needs no answer; with `close`, that the applicant can write no more. While the
   * application goes on they must be able to ask, so only one that has ended can be closed.
   */
  async run(staff: StaffAsker, id: string, close: boolean): Promise<Outcome<null>> {
    return this.dataSource.transaction(async (tx) => {
      const application = await lockApplication(tx, id, reachOf(staff));
      if (!application) return refuse('not-found');
      const { procedure, ...version } = await this.library.version(application.version_hash);
      const closed = { application_closed_at: null, conversation_closed_at: null };
      if (!answersFor(staff, { ...application, ...closed }, { procedure, ...version }))
        return refuse('role-missing');
      const ended = procedure.workflow.stages.get(application.state.stage)?.kind === 'final';
      if (close && !ended) return refuse('action-not-available');
      await tx.query(
        `insert into conversation (application_id, procedure_id, applicant_id, last_at, awaits_reply, closed_at)
         values ($1, $2, $3, $4, false, case when $5 then $4::timestamptz end)
         on conflict (application_id) do update set awaits_reply = false,
           closed_at = coalesce(conversation.closed_at, excluded.closed_at)`,
        [id, application.procedure_id, application.applicant_id, application.now, close],
      );
      await recordAudit(tx, {
        actor: auditActorOf(staff),
        action: 'conversation.settle',
        subject: { kind: 'application', id },
        detail: { closed: close },
      });
      return done(null);
    });
  }
}
