import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffAsker } from '../access/asker.js';
import { auditActorOf } from '../audit/audit-actor.js';
import { recordAudit } from '../audit/record-audit.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { reachOf, withinReach } from './author-reach.js';
import { lockDraft } from './locked-draft.js';
import { voidRequests } from './void-requests.js';

/** Days for which a draft that was thrown away can be had back. */
export const keptDays = 30;

@Injectable()
export class RemoveDraft {
  constructor(private readonly dataSource: DataSource) {}

  /** Throws a draft away. It is kept for a while. */
  async run(me: StaffAsker, id: string): Promise<Outcome<null>> {
    return this.dataSource.transaction(async (tx): Promise<Outcome<null>> => {
      const draft = await lockDraft(tx, me, id);
      if (!draft) return refuse('not-found');
      await tx.query('update procedure_draft set removed_at = clock_timestamp() where id = $1', [id]);
      await voidRequests(tx, id, me.id);
      await recordAudit(tx, {
        actor: auditActorOf(me),
        action: 'procedure-draft.remove',
        subject: { kind: 'procedure-draft', id },
      });
      return done(null);
    });
  }

  /** Takes it out of the basket. */
  async recover(me: StaffAsker, id: string): Promise<Outcome<null>> {
    return this.dataSource.transaction(async (tx): Promise<Outcome<null>> => {
      const [[recovered]] = await tx.query<[unknown[], number]>(
        `update procedure_draft d set removed_at = null
         where d.id = $1 and d.removed_at > now() - interval '${keptDays} days' and ${withinReach(2)} returning id`,
        [id, ...reachOf(me, 'write')],
      );
      if (!recovered) return refuse('not-found');
      await recordAudit(tx, {
        actor: auditActorOf(me),
        action: 'procedure-draft.recover',
        subject: { kind: 'procedure-draft', id },
      });
      return done(null);
    });
  }
}
