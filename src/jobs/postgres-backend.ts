import { createPostgresBackend, runMigrations, withBackend } from 'bullmq';
import { Client, Pool } from 'pg';
import { jobNames, queueNames } from './job-kinds.js';
import type { JobSettings } from './job-settings.js';
import { bindQueues, jobOptions, type QueueBackend, relayBatch, relayed } from './queue-backend.js';

/**
 * One statement, so that a row is in the outbox or in the queue, never in both and never in neither. Jobs of a newer
 * release are left for its workers.
 */
const relay = `
with taken as (
  delete from outbox where id = any(array(${relayed}))
  returning id, queue, name, subject_id
), batch as (
  select queue, jsonb_agg(
    jsonb_build_object(
      'id', id, 'name', name, 'data', jsonb_build_object('id', subject_id)::text, 'opts', $3::jsonb -> name,
      'attempts', $3::jsonb -> name -> 'attempts', 'timestamp', floor(extract(epoch from clock_timestamp()) * 1000)::bigint)
    order by id) as entries
  from taken group by queue
)
select coalesce(sum(added.count), 0)::int as moved
from batch, lateral (select count(*) from bullmq.add_jobs_bulk(batch.queue, batch.entries)) as added`;

/** The queue in a schema of its own beside our tables. */
export async function openPostgresBackend(
  url: string,
  concurrency: number,
  settings: JobSettings,
  onTrouble: (error: Error) => void,
): Promise<QueueBackend> {
  const reached = {
    connectionString: url,
    options: '-c search_path=bullmq',
    application_name: 'tetsuzuki jobs',
    keepAlive: true,
  };
  await migrateQueue(new Client(reached));
  const pool = new Pool({
    ...reached,
    // One that listens for each queue, and some for the jobs.
    max: Math.min(concurrency, 10) + queueNames.length,
    connectionTimeoutMillis: 5_000,
  });
  pool.on('error', onTrouble);
  const { places, look, forget, hurry, startWorker, closeQueues } = bindQueues(
    withBackend(createPostgresBackend),
    { queue: pool, worker: pool },
    onTrouble,
  );
  const options = JSON.stringify(
    Object.fromEntries(jobNames.map((name) => [name, jobOptions(settings, name)])),
  );
  return {
    kind: 'postgres',
    async relay(dataSource) {
      const [row] = await dataSource.query<{ moved: number }[]>(relay, [jobNames, relayBatch, options]);
      return row?.moved ?? 0;
    },
    places,
    look,
    forget,
    hurry,
    startWorker,
    async close() {
      await closeQueues();
      await pool.end();
    },
  };
}

/** Without the limits of the pool: on a busy machine the first connection takes its time. */
async function migrateQueue(client: Client): Promise<void> {
  await client.connect();
  try {
    await runMigrations(client);
  } finally {
    await client.end();
  }
}
