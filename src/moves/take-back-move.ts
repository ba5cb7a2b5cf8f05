import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffAsker } from '../access/asker.js';
import { auditActorOf } from '../audit/audit-actor.js';
import { recordAudit } from '../audit/record-audit.js';
import { done, type Outcome, refuse } from '../http/refusal.js';

@Injectable()
export class TakeBackMove {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * What has moved goes back to its version, but for what somebody has worked on since. It takes place in the background.
   *
   * @returns the procedure
   */
  async run(me: StaffAsker, id: string, reason: string): Promise<Outcome<string>> {
    return this.dataSource.transaction(async (tx): Promise<Outcome<string>> => {
      const [move] = await tx.query<{ procedure_id: string; state: string }[]>(
        'select procedure_id, state from application_move where id = $1 for update',
        [id],
      );
      if (!move) return refuse('not-found');
      if (move.state === 'taking-back' || move.state === 'taken-back') return refuse('move-taken-back');
      await tx.query(
        `update application_move set state = 'taking-back', back_by_id = $2, back_reason = $3, ended_at = null
         where id = $1`,
        [id, me.id, reason.trim()],
      );
      await recordAudit(tx, {
        actor: auditActorOf(me),
        action: 'procedure.take-back-move',
        subject: { kind: 'procedure', id: move.procedure_id },
        detail: { move: id },
      });
      return done(move.procedure_id);
    });
  }
}
