import { randomUUID } from 'node:crypto';
import type { Receipt } from '../../../src/drafts/draft.dto.js';
import type { TestApp } from './test-app.js';

type Ids = Readonly<Record<string, string>>;

/** By `sato`. */
export async function plannedVisit(
  { dataSource }: TestApp,
  { applicationId }: Receipt,
): Promise<{ readonly id: string; readonly applicationId: string }> {
  const id = randomUUID();
  await dataSource.query(
    `insert into visit (id, application_id, on_day, from_time, to_time, place, inspectors, note, checklist, staff_id,
       planned_at)
     select $1, $2, '2035-01-05', '10:00', '11:00', '権限亭', array[id], '', '[]', id, now()
     from staff where login = 'sato'`,
    [id, applicationId],
  );
  return { id, applicationId };
}

export async function visitPhoto(test: TestApp, receipt: Receipt): Promise<Ids> {
  const { id } = await plannedVisit(test, receipt);
  const fileId = randomUUID();
  await test.dataSource.query(
    `insert into desk_file (id, visit_id, item, staff_id, name, media_type, bytes, sha256)
     select $1, $2, 'x', id, 'a.png', 'image/png', 1, repeat('0', 64) from staff where login = 'sato'`,
    [fileId, id],
  );
  return { id, fileId };
}
