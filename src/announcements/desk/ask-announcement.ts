import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffAsker } from '../../access/asker.js';
import { auditActorOf } from '../../audit/audit-actor.js';
import { contentHash, recordAudit } from '../../audit/record-audit.js';
import { done, type Outcome, refuse } from '../../http/refusal.js';
import { judgeAnnouncement } from './judge-announcement.js';
import { contentOf, lockAnnouncement } from './locked-announcement.js';
import { recordAnnouncementEvent } from './record-announcement-event.js';

@Injectable()
export class AskAnnouncement {
  constructor(private readonly dataSource: DataSource) {}

  /** Hands a draft to a second person, exactly as it is now. */
  async run(me: StaffAsker, id: string, revision: number): Promise<Outcome<null>> {
    return this.dataSource.transaction(async (tx): Promise<Outcome<null>> => {
      const row = await lockAnnouncement(tx, id);
      if (!row) return refuse('not-found');
      if (row.state !== 'draft') return refuse('announcement-moved-on');
      if (row.revision !== revision) return refuse('announcement-changed');
      const content = contentOf(row);
      const [{ now }] = await tx.query<[{ now: Date }]>('select clock_timestamp() as now');
      const problems = judgeAnnouncement(content, now);
      if (problems.length > 0) return refuse('announcement-incomplete', { problems });
      const digest = contentHash(content);
      await tx.query(`update announcement set state = 'asked', digest = $2 where id = $1`, [id, digest]);
      await recordAnnouncementEvent(tx, me.id, id, 'ask');
      await recordAudit(tx, {
        actor: auditActorOf(me),
        action: 'announcement.ask',
        subject: { kind: 'announcement', id },
        after: digest,
      });
      return done(null);
    });
  }
}
