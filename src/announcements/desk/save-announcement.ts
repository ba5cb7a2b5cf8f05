import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { StaffAsker } from '../../access/asker.js';
import { auditActorOf } from '../../audit/audit-actor.js';
import { contentHash, recordAudit } from '../../audit/record-audit.js';
import { done, type Outcome, refuse } from '../../http/refusal.js';
import type { AnnouncementContent } from './desk-announcement.dto.js';
import { contentOf, lockAnnouncement } from './locked-announcement.js';
import { recordAnnouncementEvent } from './record-announcement-event.js';

@Injectable()
export class SaveAnnouncement {
  constructor(private readonly dataSource: DataSource) {}

  /** Begins a draft. Sent again after a lost answer, it is there once. */
  async add(me: StaffAsker, id: string, content: AnnouncementContent): Promise<Outcome<null>> {
    return this.dataSource.transaction(async (tx): Promise<Outcome<null>> => {
      const added = await tx.query<unknown[]>(
        `insert into announcement (id, state, title, body, target, important, written_by, written_at)
         values ($1, 'draft', '', '', '{}', false, $2, clock_timestamp()) on conflict do nothing returning id`,
        [id, me.id],
      );
      if (added.length === 0) {
        const there = await lockAnnouncement(tx, id);
        return there?.state === 'draft' && contentHash(contentOf(there)) === contentHash(content)
          ? done(null)
          : refuse('request-invalid', { params: { field: 'id' } });
      }
      await this.write(tx, me, id, content, null);
      await tx.query('update announcement set revision = 1 where id = $1', [id]);
      return done(null);
    });
  }

  /** Changes a draft that nobody has changed since it was read. */
  async change(
    me: StaffAsker,
    id: string,
    revision: number,
    content: AnnouncementContent,
  ): Promise<Outcome<null>> {
    return this.dataSource.transaction(async (tx): Promise<Outcome<null>> => {
      const row = await lockAnnouncement(tx, id);
      if (!row) return refuse('not-found');
      if (row.state !== 'draft') return refuse('announcement-moved-on');
      const before = contentHash(contentOf(row));
      // What was sent twice has been done.
      if (row.revision !== revision)
        return before === contentHash(content) ? done(null) : refuse('announcement-changed');
      if (before !== contentHash(content)) await this.write(tx, me, id, content, before);
      return done(null);
    });
  }

  private async write(
    tx: EntityManager,
    me: StaffAsker,
    id: string,
    content: AnnouncementContent,
    before: string | null,
  ): Promise<void> {
    await tx.query(
      `update announcement set title = $2, body = $3, title_en = $4, body_en = $5, important = $6, audience = $7,
         category = $8, procedure_id = (select p.id from procedure p where p.id = $9), target = $10, starts_at = $11,
         ends_at = ($12::date + 1)::timestamp at time zone 'Asia/Tokyo', revision = revision + 1, written_by = $13,
         written_at = clock_timestamp()
       where id = $1`,
      [
        id,
        content.title,
        content.body,
        content.english?.title ?? null,
        content.english?.body ?? null,
        content.important,
        content.audience,
        content.category,
        content.procedureId,
        JSON.stringify(content.target),
        content.startsAt,
        content.endsOn,
        me.id,
      ],
    );
    await recordAnnouncementEvent(tx, me.id, id, 'write');
    await recordAudit(tx, {
      actor: auditActorOf(me),
      action: 'announcement.write',
      subject: { kind: 'announcement', id },
      before,
      after: contentHash(content),
    });
  }
}
