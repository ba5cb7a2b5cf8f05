import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffAsker } from '../../access/asker.js';
import { auditActorOf } from '../../audit/audit-actor.js';
import { contentHash, recordAudit } from '../../audit/record-audit.js';
import { newId } from '../../database/id.js';
import { done, type Outcome, refuse } from '../../http/refusal.js';
import type { CorrectionRequest } from './desk-announcement.dto.js';
import { judgeCorrection } from './judge-announcement.js';
import { lockAnnouncement } from './locked-announcement.js';
import { recordAnnouncementEvent } from './record-announcement-event.js';

@Injectable()
export class AskCorrection {
  constructor(private readonly dataSource: DataSource) {}

  /** Hands new words for what is out to a second person; until they agree it reads as before. */
  async run(me: StaffAsker, id: string, request: CorrectionRequest): Promise<Outcome<null>> {
    const problems = judgeCorrection(request);
    if (problems.length > 0) return refuse('announcement-incomplete', { problems });
    return this.dataSource.transaction(async (tx): Promise<Outcome<null>> => {
      const row = await lockAnnouncement(tx, id);
      if (!row) return refuse('not-found');
      if (row.state !== 'published' || row.ended) return refuse('announcement-moved-on');
      const { title, body, english, note } = request;
      const [open] = await tx.query<unknown[]>(
        `select from announcement_correction where announcement_id = $1 and state = 'asked'`,
        [id],
      );
      if (open) return refuse('announcement-correction-open');
      const same = row.title === title && row.body === body;
      if (same && row.title_en === (english?.title ?? null) && row.body_en === (english?.body ?? null))
        return refuse('announcement-correction-same');
      const correctionId = newId();
      const digest = contentHash(request);
      await tx.query(
        `insert into announcement_correction (id, announcement_id, title, body, title_en, body_en, note, digest, asked_by,
           asked_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, clock_timestamp())`,
        [correctionId, id, title, body, english?.title ?? null, english?.body ?? null, note, digest, me.id],
      );
      await recordAnnouncementEvent(tx, me.id, id, 'ask-correction', note);
      await recordAudit(tx, {
        actor: auditActorOf(me),
        action: 'announcement.ask-correction',
        subject: { kind: 'announcement', id },
        after: digest,
      });
      return done(null);
    });
  }
}
