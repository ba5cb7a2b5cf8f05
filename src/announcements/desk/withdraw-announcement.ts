import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffAsker } from '../../access/asker.js';
import { auditActorOf } from '../../audit/audit-actor.js';
import { contentHash, recordAudit } from '../../audit/record-audit.js';
import { done, type Outcome, refuse } from '../../http/refusal.js';
import { reasonProblem } from '../../staff/officials/reason-problem.js';
import { contentOf, lockAnnouncement } from './locked-announcement.js';
import { recordAnnouncementEvent } from './record-announcement-event.js';
import { forgetUnsent } from './steer-mails.js';

@Injectable()
export class WithdrawAnnouncement {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Takes it off the portal at once, by one person: what is wrong must not stay up until a second one is found. Who
   * comes by its address reads the reason.
   */
  async run(me: StaffAsker, id: string, reason: string): Promise<Outcome<null>> {
    const note = reason.trim();
    if (note === '') return refuse('announcement-incomplete', { problems: [reasonProblem] });
    return this.dataSource.transaction(async (tx): Promise<Outcome<null>> => {
      const row = await lockAnnouncement(tx, id);
      if (!row) return refuse('not-found');
      if (row.state !== 'published') return refuse('announcement-moved-on');
      await tx.query(
        `update announcement set state = 'withdrawn', withdrawn_at = clock_timestamp(), withdrawn_note = $2,
           paused_at = null where id = $1`,
        [id, note],
      );
      await tx.query(
        `update announcement_correction set state = 'declined', decided_by = $2, decided_at = clock_timestamp()
         where announcement_id = $1 and state = 'asked'`,
        [id, me.id],
      );
      await forgetUnsent(tx, id);
      await recordAnnouncementEvent(tx, me.id, id, 'withdraw', note);
      await recordAudit(tx, {
        actor: auditActorOf(me),
        action: 'announcement.withdraw',
        subject: { kind: 'announcement', id },
        before: contentHash(contentOf(row)),
      });
      return done(null);
    });
  }
}
