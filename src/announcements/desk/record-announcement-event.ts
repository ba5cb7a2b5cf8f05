import type { EntityManager } from 'typeorm';
import { newId } from '../../database/id.js';
import type { AnnouncementAction } from './desk-announcement.dto.js';

/** @param staffId null for what happens by itself */
export async function recordAnnouncementEvent(
  tx: Pick<EntityManager, 'query'>,
  staffId: string | null,
  announcementId: string,
  action: AnnouncementAction,
  note: string | null = null,
): Promise<void> {
  await tx.query(
    `insert into announcement_event (id, announcement_id, action, staff_id, at, note)
     values ($1, $2, $3, $4, clock_timestamp(), $5)`,
    [newId(), announcementId, action, staffId, note],
  );
}
