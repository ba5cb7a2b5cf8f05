import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffAsker } from '../../access/asker.js';
import { auditActorOf } from '../../audit/audit-actor.js';
import { contentHash, recordAudit } from '../../audit/record-audit.js';
import { done, type Outcome, refuse } from '../../http/refusal.js';
import { beginAnnouncement } from '../begin-announcement.js';
import { contentOf, handsOn, lockAnnouncement } from './locked-announcement.js';
import { recordAnnouncementEvent } from './record-announcement-event.js';

@Injectable()
export class ApproveAnnouncement {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * A second person's yes to the content that they read: it is published, or waits for its time.
   *
   * @param digest of what was read
   */
  async run(me: StaffAsker, id: string, digest: string): Promise<Outcome<null>> {
    return this.dataSource.transaction(async (tx): Promise<Outcome<null>> => {
      const row = await lockAnnouncement(tx, id);
      if (!row) return refuse('not-found');
      if (row.state !== 'asked') return refuse('announcement-moved-on');
      if ((await handsOn(tx, id)).includes(me.id)) return refuse('announcement-own');
      if (row.digest !== digest || contentHash(contentOf(row)) !== digest)
        return refuse('announcement-changed');
      if (row.late) return refuse('announcement-late');
      if (row.ended) return refuse('announcement-ended');
      await tx.query(
        `update announcement set state = 'planned', approved_by = $2, approved_at = clock_timestamp() where id = $1`,
        [id, me.id],
      );
      await recordAnnouncementEvent(tx, me.id, id, 'approve');
      await recordAudit(tx, {
        actor: auditActorOf(me),
        action: 'announcement.approve',
        subject: { kind: 'announcement', id },
        after: digest,
      });
      if (row.starts_at === null) {
        await beginAnnouncement(tx, id, auditActorOf(me));
        await recordAnnouncementEvent(tx, null, id, 'publish');
      }
      return done(null);
    });
  }
}
