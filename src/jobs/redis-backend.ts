import { createRedisBackend, withBackend } from 'bullmq';
import { Redis } from 'ioredis';
import { type JobName, jobNames, type QueueName } from './job-kinds.js';
import type { JobSettings } from './job-settings.js';
import { bindQueues, jobOptions, type QueueBackend, relayBatch, relayed } from './queue-backend.js';

interface OutboxRow {
  readonly id: string;
  readonly queue: QueueName;
  readonly name: JobName;
  readonly subject_id: string;
}

/** The queue in Redis. It may be lost at any moment: the rows in PostgreSQL say what is owed. */
export function openRedisBackend(
  url: string,
  settings: JobSettings,
  onTrouble: (error: Error) => void,
): QueueBackend {
  // A worker waits for as long as Redis is away; the relay gives up, and comes again.
  const connections = {
    queue: new Redis(url, { maxRetriesPerRequest: 1, commandTimeout: 5_000 }),
    worker: new Redis(url, { maxRetriesPerRequest: null }),
  };
  for (const connection of Object.values(connections)) connection.on('error', onTrouble);
  const { queueOf, places, look, forget, hurry, startWorker, closeQueues } = bindQueues(
    withBackend(createRedisBackend),
    connections,
    onTrouble,
  );
  return {
    kind: 'redis',

    /** First into the queue, then out of the outbox: a stop in between moves the rows again, to the same jobs. */
    relay: (dataSource) =>
      dataSource.transaction(async (tx) => {
        const rows = await tx.query<OutboxRow[]>(
          `select id, queue, name, subject_id from outbox where id = any(array(${relayed})) order by id`,
          [jobNames, relayBatch],
        );
        for (const queue of new Set(rows.map((row) => row.queue))) {
          const jobs = rows
            .filter((row) => row.queue === queue)
            .map((row) => ({
              name: row.name,
              data: { id: row.subject_id },
              opts: { ...jobOptions(settings, row.name), jobId: row.id },
            }));
          await queueOf(queue).addBulk(jobs);
        }
        if (rows.length > 0)
          await tx.query('delete from outbox where id = any($1)', [rows.map(({ id }) => id)]);
        return rows.length;
      }),

    places,
    look,
    forget,
    hurry,
    startWorker,

    async close() {
      await closeQueues();
      for (const connection of Object.values(connections)) connection.disconnect();
    },
  };
}
