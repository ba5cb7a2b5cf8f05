import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { recordAudit } from '../audit/record-audit.js';
import { newId } from '../database/id.js';
import { jobKinds } from '../jobs/job-kinds.js';

export interface NewAnnouncement {
  readonly title: string;
  /** Paragraphs, parted by empty lines. */
  readonly body: string;
  readonly english: { readonly title: string; readonly body: string } | null;
  readonly important: boolean;
  readonly audience: 'individual' | 'business' | null;
  readonly category: string | null;
  readonly procedureId: string | null;
  readonly endsAt: Date | null;
}

@Injectable()
export class PublishAnnouncement {
  constructor(private readonly dataSource: DataSource) {}

  /** Shows it at once and owes the mails to all who want them. Gives its id. */
  async run(one: NewAnnouncement): Promise<string> {
    const id = newId();
    await this.dataSource.transaction(async (tx) => {
      await tx.query(
        `insert into announcement
           (id, title, body, title_en, body_en, important, audience, category, procedure_id, ends_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          id,
          one.title,
          one.body,
          one.english?.title ?? null,
          one.english?.body ?? null,
          one.important,
          one.audience,
          one.category,
          one.procedureId,
          one.endsAt,
        ],
      );
      await recordAudit(tx, {
        actor: { kind: 'system', id: 'command-line' },
        action: 'announcement.publish',
        subject: { kind: 'announcement', id },
      });
      await tx.query('insert into outbox (id, queue, name, subject_id) values ($1, $2, $3, $4)', [
        newId(),
        jobKinds['spread-announcement'].queue,
        'spread-announcement',
        id,
      ]);
    });
    return id;
  }
}
