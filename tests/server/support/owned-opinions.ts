import { randomUUID } from 'node:crypto';
import type { Receipt } from '../../../src/drafts/draft.dto.js';
import type { TestApp } from './test-app.js';

type Ids = Readonly<Record<string, string>>;

/** Asked of the office of `sato`, with one file of the application shared. */
export async function sharedAttachment(
  { dataSource }: TestApp,
  { applicationId, attachments }: Receipt,
): Promise<{ readonly id: string; readonly attachmentId: string }> {
  const { id: attachmentId, field } = attachments[0] ?? { id: '', field: '' };
  const id = randomUUID();
  await dataSource.query(
    `insert into opinion (id, application_id, department_id, question, shared, submission_n, due_on, asked_by_id,
       asked_from, asked_at)
     select $1, $2, department_id, '権限亭について', array[$3], 1, '2035-01-04', id, '', now()
     from staff where login = 'sato'`,
    [id, applicationId, field],
  );
  return { id, attachmentId };
}

export async function askedOpinion(test: TestApp, receipt: Receipt): Promise<Ids> {
  const { id } = await sharedAttachment(test, receipt);
  return { id };
}

/** A file of the answer that is being written. */
export async function opinionFile(test: TestApp, receipt: Receipt): Promise<Ids> {
  const { id } = await sharedAttachment(test, receipt);
  const fileId = randomUUID();
  await test.dataSource.query(
    `insert into desk_file (id, opinion_id, staff_id, name, media_type, bytes, sha256)
     select $1, $2, id, 'a.png', 'image/png', 1, repeat('0', 64) from staff where login = 'sato'`,
    [fileId, id],
  );
  return { id, fileId };
}
