import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { isUnavailable } from '../../src/database/failure.js';
import { newId } from '../../src/database/id.js';
import { eventually } from '../support/eventually.js';

/** People who get some mails each, so that their order is held under faults, too. */
const readers = 100;

/** By which the notices of the batch are told from those of the applications. */
export const batchTitle = 'Batch';

/** Mails as after as many messages, in one transaction. */
const mails = `
with about as (
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
  select w.id, w.id, 'reader' || (row_number() over (order by w.id)) % ${readers} || '@example.jp' from written w
  on conflict do nothing returning id
)
insert into outbox (id, queue, name, subject_id) select id, 'mails', 'deliver-message-mail', id from owed`;

/** Numbered documents as after as many decisions, in one transaction. */
const notices = `
with first as (
  select * from notice where kind = 'notice' order by id limit 1
), owed as (
  insert into notice (id, application_id, kind, template, title, recipient_mail, submission_n, event_seq, context,
    created_at)
  select ids.id, application_id, kind, template, '${batchTitle}', recipient_mail, submission_n, event_seq, context,
    now()
  from first, unnest($1::uuid[]) as ids(id)
  on conflict do nothing returning id
)
insert into outbox (id, queue, name, subject_id) select id, 'notices', 'issue-notice', id from owed`;

const open = `
select count(*)::int as count from (
  select 1 from message_mail where state = 'queued'
  union all select 1 from notice where title = '${batchTitle}' and state = 'queued') waiting`;

/**
 * Owes so many mails and so many numbered documents at once, as soon as there is an application that they can be about.
 * Ends when only a tenth of them is left: those are to find an end without further faults.
 */
export async function oweBatch(databaseUrl: string, count: number): Promise<void> {
  if (count === 0) return;
  for (const statement of [mails, notices]) {
    const ids = Array.from({ length: count }, newId);
    await untilAnswered(databaseUrl, 'A batch is owed', async (database) => {
      const { rowCount } = await database.query(statement, [ids]);
      if (rowCount === count) return true;
      // The database was killed between its commit and its answer.
      const { rows } = await database.query(
        'select id from message_mail where id = any($1) union all select id from notice where id = any($1) limit 1',
        [ids],
      );
      return rows.length > 0;
    });
  }
  await untilAnswered(databaseUrl, 'The batch is nearly through', async (database) => {
    const { rows } = await database.query<{ count: number }>(open);
    return (rows[0]?.count ?? count) <= (2 * count) / 10;
  });
}

/** Asks again and again: the database is killed now and then. */
async function untilAnswered(
  databaseUrl: string,
  what: string,
  ask: (database: Client) => Promise<boolean>,
): Promise<void> {
  const attempt = async (): Promise<true | undefined> => {
    const database = new Client({ connectionString: databaseUrl });
    database.on('error', () => undefined);
    try {
      await database.connect();
      if (await ask(database)) return true;
    } catch (error) {
      // It is away; the next attempt finds it.
      if (!isUnavailable(error)) throw error;
    } finally {
      await database.end().catch(() => undefined);
    }
    await wait(200);
    return undefined;
  };
  await eventually(what, attempt, 15 * 60_000);
}
