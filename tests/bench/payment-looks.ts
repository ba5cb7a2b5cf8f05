import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { uuidv7 } from 'uuidv7';
import { startEmbeddedPostgres } from '../../src/embedded/start-embedded-postgres.js';
import { eventually } from '../support/eventually.js';
import { growApplications } from './desk-rows.js';
import { shippedProcedures } from './desk-stages.js';
import type { Measure } from './report.js';
import { mainFile, startProcess } from './server-process.js';

const few = 1_000;
const many = 10_000;

/**
 * How long the worker takes to look at every payment of a batch and to freeze what is paid: of few, of many, and of many
 * that all go to one account, as to an agent's. A payment among many may cost no more than twice one among few.
 */
export async function benchPaymentLooks(): Promise<readonly Measure[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tetsuzuki-bench-payments-'));
  chmodSync(dataDir, 0o755);
  const postgres = await startEmbeddedPostgres({
    dataDir,
    log: () => undefined,
    searchPath: process.env.PATH,
  });
  const database = new Client({ connectionString: postgres.url });
  const start = () =>
    startProcess(
      [mainFile],
      {
        DATABASE_URL: postgres.url,
        DATA_DIR: join(dataDir, 'house'),
        DEMO: 'false',
        PROCEDURES_DIR: shippedProcedures,
        ONE_TIME_CODES_FOR: 'administrator',
      },
      '/readyz',
      600_000,
    );
  try {
    await (await start()).stop();
    await database.connect();
    await growApplications(database, 2.5 * many, 2.5 * many, () => undefined);
    await database.query(`begin; set local session_replication_role = replica; ${waiting}; commit; analyze`);
    const { rows: officials } = await database.query<{ id: string }>('select id from staff limit 1');
    const profile = uuidv7();
    await database.query(
      `insert into payment_profile (id, n, state, settings, proposed_by) values ($1, 1, 'in_force', '{"slash":false}', $2)`,
      [profile, officials[0]?.id],
    );
    const server = await start();
    try {
      const measures: Measure[] = [];
      let each = 0;
      for (const [subject, rows] of [
        ['to as many accounts', few],
        ['to as many accounts', many],
        ['to one account', many],
      ] as const) {
        if (subject === 'to one account') {
          await database.query(`begin; set local session_replication_role = replica;
            update submission set answers = jsonb_set(answers, '{bank,pay_number}', '"1234567"'); commit`);
        }
        const began = performance.now();
        const ready = await lookAt(database, { rows, profile, staff: officials[0]?.id });
        const seconds = (performance.now() - began) / 1_000;
        if (ready < rows) throw new Error(`Only ${ready} of ${rows} may be paid.`);
        each ||= seconds / rows;
        measures.push({
          measure: `payments frozen ${subject}`,
          subject: `${rows} payments`,
          value: rows / seconds,
          unit: 'payments/s',
          ratio: seconds / rows / each,
          more: { seconds, peak_mb: server.peakMegabytes() },
          aim: `of one payment, against one of ${few} ≤ 2`,
          met: seconds / rows / each <= 2,
        });
      }
      return measures;
    } finally {
      await server.stop();
    }
  } finally {
    await database.end().catch(() => undefined);
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Every open application of the procedure that pays stands where one of them waits for its money, each with an account. */
const waiting = `
create temp table waits as
  select a.*, s.answers from application a join submission s on s.application_id = a.id and s.n = a.submission_count
  where a.procedure_id = 'jitan-9' and a.stage = 'payout' and a.open order by a.id limit 1;
update application a set stage = w.stage, stage_role = w.stage_role, stage_roles = w.stage_roles, state = w.state,
  on_hold = false from waits w where a.procedure_id = 'jitan-9' and a.open;
update submission s set answers = jsonb_set(w.answers, '{bank,pay_number}',
  to_jsonb(lpad((hashtext(s.application_id::text) & 8388607)::text, 7, '0'))) from waits w
where exists (select from application a where a.id = s.application_id and a.procedure_id = 'jitan-9' and a.open)`;

/** A batch as it is begun; the server does the rest. @returns how many are ready to be paid */
async function lookAt(
  database: Client,
  { rows, profile, staff }: { rows: number; profile: string; staff: string | undefined },
): Promise<number> {
  const id = uuidv7();
  await database.query('begin');
  await database.query(
    `insert into payment_batch (id, number, procedure_id, state, pay_on, profile_id, created_by)
     values ($1, nextval('payment_batch_number_seq'), 'jitan-9', 'looking', current_date + 7, $2, $3)`,
    [id, profile, staff],
  );
  await database.query(
    `insert into payment (batch_id, n, application_id, applicant_id, reference, state)
     select $1, row_number() over (order by id), id, applicant_id, nextval('payment_reference_seq'), 'listed'
     from (select * from application where procedure_id = 'jitan-9' and stage = 'payout' and open order by id limit $2) a`,
    [id, rows],
  );
  await database.query('commit');
  await eventually(
    'each payment was looked at',
    async () => {
      const { rowCount } = await database.query(
        `select from payment_batch where id = $1 and state = 'draft'`,
        [id],
      );
      return rowCount === 1 || undefined;
    },
    1_800_000,
  );
  const { rows: found } = await database.query<{ ready: number }>(
    `with done as (delete from payment where batch_id = $1 returning state)
     select (count(*) filter (where state = 'ready'))::int as ready from done`,
    [id],
  );
  return found[0]?.ready ?? 0;
}
