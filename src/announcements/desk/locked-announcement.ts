import type { EntityManager } from 'typeorm';
import type { AnnouncementState } from '../announcement.entity.js';
import type { AnnouncementContent } from './desk-announcement.dto.js';

export interface AnnouncementRow {
  readonly id: string;
  readonly state: AnnouncementState;
  readonly revision: number;
  readonly title: string;
  readonly body: string;
  readonly title_en: string | null;
  readonly body_en: string | null;
  readonly important: boolean;
  readonly audience: AnnouncementContent['audience'];
  readonly category: string | null;
  readonly procedure_id: string | null;
  readonly target: AnnouncementContent['target'];
  readonly starts_at: Date | null;
  readonly ends_on: string | null;
  readonly digest: string | null;
  readonly paused: boolean;
  readonly mails_stopped: boolean;
  /** Its last day is over. */
  readonly ended: boolean;
  /** The time that was planned has passed. */
  readonly late: boolean;
}

/** Columns of `announcement a`. */
export const announcementColumns = `a.id, a.state, a.revision, a.title, a.body, a.title_en, a.body_en, a.important,
  a.audience, a.category, a.procedure_id, a.target, a.starts_at, a.digest,
  ((a.ends_at - interval '1 second') at time zone 'Asia/Tokyo')::date::text as ends_on,
  a.paused_at is not null as paused, a.mails_stopped_at is not null as mails_stopped,
  coalesce(a.ends_at <= now(), false) as ended, coalesce(a.starts_at <= clock_timestamp(), false) as late`;

/** Held by this transaction until it ends. */
export async function lockAnnouncement(
  tx: Pick<EntityManager, 'query'>,
  id: string,
): Promise<AnnouncementRow | null> {
  const [row] = await tx.query<AnnouncementRow[]>(
    `select ${announcementColumns} from announcement a where a.id = $1 for update`,
    [id],
  );
  return row ?? null;
}

export function contentOf(row: AnnouncementRow): AnnouncementContent {
  const { title, body, title_en: titleEn, body_en: bodyEn, important, audience, category, target } = row;
  return {
    title,
    body,
    english: titleEn === null || bodyEn === null ? null : { title: titleEn, body: bodyEn },
    important,
    audience,
    category,
    procedureId: row.procedure_id,
    target,
    startsAt: row.starts_at?.toISOString() ?? null,
    endsOn: row.ends_on,
  };
}

/** Everybody by whose hand its content has gone: none of them approves it. */
export async function handsOn(tx: Pick<EntityManager, 'query'>, id: string): Promise<readonly string[]> {
  const rows = await tx.query<{ staff_id: string }[]>(
    `select distinct staff_id from announcement_event
     where announcement_id = $1 and staff_id is not null and action in ('write', 'ask')`,
    [id],
  );
  return rows.map(({ staff_id: staffId }) => staffId);
}
