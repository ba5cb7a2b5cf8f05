import { Client } from 'pg';
import { newId } from '../../src/database/id.js';
import { eventually } from '../support/eventually.js';

/** People who get some mails each, so that their order is held under faults, too. */
const readers = 100;

/** Owes a batch of mails at once as soon as there is an application that they can be about. */
export async function oweMailBatch(databaseUrl: string, count: number, over: AbortSignal): Promise<void> {
  if (count === 0) return;
  const ids = Array.from({ length: count }, newId);
  await eventually(
    'A batch is owed',
    async () => {
      if (over.aborted) return true;
      // The database is killed now and then: what was committed is there, and the rest is owed again.
      return owe(databaseUrl, ids).catch(() => undefined);
    },
    60_000,
  );
}

async function owe(databaseUrl: string, ids: readonly string[]): Promise<true | undefined> {
  const database = new Client({ connectionString: databaseUrl });
  database.on('error', () => undefined);
  await database.connect();
  try {
    const { rowCount } = await database.query(
      `with about as (
         select id, procedure_id, applicant_id from application order by id limit 1
       ), talk as (
         insert into conversation (application_id, procedure_id, applicant_id, last_at, awaits_reply)
         select id, procedure_id, applicant_id, now(), false from about
         on conflict (application_id) do update set last_at = excluded.last_at returning application_id
       ), written as (
         insert into message (id, application_id, key, side, department, body, at)
         select m.id, talk.application_id, m.id, 'applicant', null, 'Words', now()
         from talk, unnest($1::uuid[]) as m(id) on conflict do nothing returning id
       ), owed as (
         insert into message_mail (id, message_id, recipient)
         select w.id, w.id, 'reader' || (row_number() over (order by w.id)) % $2 || '@example.jp' from written w
         on conflict do nothing returning id
       )
       insert into outbox (id, queue, name, subject_id) select id, 'mails', 'deliver-message-mail', id from owed`,
      [ids, readers],
    );
    if (rowCount === ids.length) return true;
    const { rows } = await database.query('select 1 from message_mail limit 1');
    return rows.length > 0 || undefined;
  } finally {
    await database.end();
  }
}
