import type { EntityManager } from 'typeorm';
import { attachmentJson } from '../attachment.entity.js';
import type { AttachmentView } from '../draft.dto.js';
import type { UploadView } from './upload.dto.js';

export interface UploadRow {
  readonly id: string;
  readonly draft_id: string;
  readonly version_hash: string;
  readonly draft_state: 'open' | 'submitted';
  readonly field: string;
  readonly name: string;
  readonly bytes: number;
  readonly received: number;
  readonly attachment_id: string | null;
  readonly attachment: AttachmentView | null;
}

const select = `
select u.id, u.draft_id, d.version_hash, d.state as draft_state, u.field, u.name, u.bytes, u.received, u.attachment_id,
  (select ${attachmentJson}
   from attachment f where f.id = u.attachment_id) as attachment
from upload u join draft d on d.id = u.draft_id
where u.id = $1 and d.applicant_id = $2`;

/** An own upload; null for anybody else's. */
export async function readUpload(
  tx: Pick<EntityManager, 'query'>,
  id: string,
  applicantId: string,
): Promise<UploadRow | null> {
  const [row] = await tx.query<UploadRow[]>(select, [id, applicantId]);
  return row ?? null;
}

/** As `readUpload`, and nobody else changes it before the transaction ends. */
export async function lockUpload(
  tx: EntityManager,
  id: string,
  applicantId: string,
): Promise<UploadRow | null> {
  await tx.query('select 1 from upload where id = $1 for update', [id]);
  return readUpload(tx, id, applicantId);
}

export function uploadView({ id, bytes, received, attachment }: UploadRow): UploadView {
  return { id, bytes, received, attachment };
}
