import { randomUUID } from 'node:crypto';
import type { Receipt } from '../../../src/drafts/draft.dto.js';
import type { TestApp } from './test-app.js';

type Ids = Readonly<Record<string, string>>;

/** A mail of the application whose words can be read in the portal. */
export async function readableMail({ dataSource }: TestApp, { applicationId }: Receipt): Promise<Ids> {
  const [row] = await dataSource.query<[{ id: string }]>(
    `insert into notice (id, application_id, kind, template, title, submission_n, event_seq, context, text, created_at)
     select $2, application_id, kind, template, title, submission_n, event_seq, context, '本文', now()
     from notice where application_id = $1 and kind = 'message' limit 1 returning id`,
    [applicationId, randomUUID()],
  );
  return { id: row.id };
}

/** One of its mails did not arrive. */
export async function deliveryTask({ dataSource }: TestApp, { applicationId }: Receipt): Promise<Ids> {
  const id = randomUUID();
  await dataSource.query(
    `insert into delivery_task (id, application_id, kind, recipient_key, made_at) values ($1, $2, 'bounced', $3, now())`,
    [id, applicationId, `${id}@example.jp`],
  );
  return { id };
}
