import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { StaffAsker } from '../../access/asker.js';
import { auditActorOf } from '../../audit/audit-actor.js';
import { recordAudit } from '../../audit/record-audit.js';
import { done, type Outcome, refuse } from '../../http/refusal.js';
import { reasonProblem } from '../../staff/officials/reason-problem.js';
import { lockAnnouncement } from './locked-announcement.js';
import { recordAnnouncementEvent } from './record-announcement-event.js';

interface OpenCorrection {
  readonly id: string;
  readonly asked_by: string;
  readonly digest: string;
}

@Injectable()
export class DecideCorrection {
  constructor(private readonly dataSource: DataSource) {}

  /** A second person's yes: it reads anew from now on, and says so. Mails that have not left carry the new words. */
  async make(me: StaffAsker, id: string, digest: string): Promise<Outcome<null>> {
    return this.dataSource.transaction(async (tx): Promise<Outcome<null>> => {
      const open = await openCorrection(tx, id);
      if (!open.ok) return open;
      const { id: correction, asked_by: askedBy, digest: asked } = open.value;
      if (askedBy === me.id) return refuse('announcement-own');
      if (asked !== digest) return refuse('announcement-changed');
      await tx.query(
        `update announcement_correction c set state = 'made', decided_by = $2, decided_at = clock_timestamp(),
           was = jsonb_build_object('title', a.title, 'body', a.body, 'titleEn', a.title_en, 'bodyEn', a.body_en)
         from announcement a where c.id = $1 and a.id = c.announcement_id`,
        [correction, me.id],
      );
      await tx.query(
        `update announcement a set title = c.title, body = c.body, title_en = c.title_en, body_en = c.body_en
         from announcement_correction c where c.id = $1 and a.id = c.announcement_id`,
        [correction],
      );
      await recordAnnouncementEvent(tx, me.id, id, 'correct');
      await recordAudit(tx, {
        actor: auditActorOf(me),
        action: 'announcement.correct',
        subject: { kind: 'announcement', id },
        after: digest,
      });
      return done(null);
    });
  }

  /** Its writer takes it back, or the second person does not agree. */
  async decline(me: StaffAsker, id: string, reason: string): Promise<Outcome<null>> {
    const said = reason.trim();
    if (said === '') return refuse('announcement-incomplete', { problems: [reasonProblem] });
    return this.dataSource.transaction(async (tx): Promise<Outcome<null>> => {
      const open = await openCorrection(tx, id);
      if (!open.ok) return open;
      await tx.query(
        `update announcement_correction set state = 'declined', decided_by = $2, decided_at = clock_timestamp()
         where id = $1`,
        [open.value.id, me.id],
      );
      await recordAnnouncementEvent(tx, me.id, id, 'decline-correction', said);
      await recordAudit(tx, {
        actor: auditActorOf(me),
        action: 'announcement.decline-correction',
        subject: { kind: 'announcement', id },
        before: open.value.digest,
      });
      return done(null);
    });
  }
}

async function openCorrection(tx: EntityManager, id: string): Promise<Outcome<OpenCorrection>> {
  const row = await lockAnnouncement(tx, id);
  if (!row) return refuse('not-found');
  const [open] = await tx.query<OpenCorrection[]>(
    `select id, asked_by, digest from announcement_correction where announcement_id = $1 and state = 'asked'`,
    [id],
  );
  if (row.state !== 'published' || !open) return refuse('announcement-moved-on');
  return done(open);
}
