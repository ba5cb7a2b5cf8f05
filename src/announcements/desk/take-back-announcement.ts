import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffAsker } from '../../access/asker.js';
import { auditActorOf } from '../../audit/audit-actor.js';
import { recordAudit } from '../../audit/record-audit.js';
import { done, type Outcome, refuse } from '../../http/refusal.js';
import { reasonProblem } from '../../staff/officials/reason-problem.js';
import { lockAnnouncement } from './locked-announcement.js';
import { recordAnnouncementEvent } from './record-announcement-event.js';

@Injectable()
export class TakeBackAnnouncement {
  constructor(private readonly dataSource: DataSource) {}

  /** Makes a draft of it again, as long as it is not published: its writers change their mind. */
  async run(me: StaffAsker, id: string): Promise<Outcome<null>> {
    return this.back(me, id, 'take-back', null);
  }

  /** The second person does not agree, and says why. */
  async decline(me: StaffAsker, id: string, reason: string): Promise<Outcome<null>> {
    const said = reason.trim();
    if (said === '') return refuse('announcement-incomplete', { problems: [reasonProblem] });
    return this.back(me, id, 'decline', said);
  }

  private async back(
    me: StaffAsker,
    id: string,
    step: 'take-back' | 'decline',
    reason: string | null,
  ): Promise<Outcome<null>> {
    return this.dataSource.transaction(async (tx): Promise<Outcome<null>> => {
      const row = await lockAnnouncement(tx, id);
      if (!row) return refuse('not-found');
      if (row.state !== 'asked' && row.state !== 'planned') return refuse('announcement-moved-on');
      await tx.query(
        `update announcement set state = 'draft', digest = null, approved_by = null, approved_at = null,
           revision = revision + 1 where id = $1`,
        [id],
      );
      await recordAnnouncementEvent(tx, me.id, id, step, reason);
      await recordAudit(tx, {
        actor: auditActorOf(me),
        action: `announcement.${step}`,
        subject: { kind: 'announcement', id },
        before: row.digest,
      });
      return done(null);
    });
  }
}
