import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { newId } from '../database/id.js';
import { beginAnnouncement } from './begin-announcement.js';
import type { AnnouncementTarget } from './recipients.js';

export interface NewAnnouncement {
  readonly title: string;
  /** As `plainBlocks` reads it. */
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

  /**
   * Shows it at once and owes the mails, in the name of whoever runs the server: an important one goes to everybody, any
   * other to those who marked its category or its procedure. Gives its id.
   */
  async run(one: NewAnnouncement): Promise<string> {
    const id = newId();
    const target: AnnouncementTarget = {
      everybody: one.important,
      favourites: !one.important,
      former: null,
      places: [],
    };
    await this.dataSource.transaction(async (tx) => {
      await tx.query(
        `insert into announcement
           (id, title, body, title_en, body_en, important, audience, category, procedure_id, ends_at, target, state)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'draft')`,
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
          JSON.stringify(target),
        ],
      );
      await beginAnnouncement(tx, id, { kind: 'system', id: 'command-line' });
    });
    return id;
  }
}
