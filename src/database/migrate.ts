import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { connectionOptions } from './connection.js';
import { migrations } from './migrations/index.js';

/** Any constant will do, as long as nothing else in this database locks the same one. */
const migrationLock = 7_283_645_901;

/**
 * Brings the database at `url` to the newest schema. Several instances may call this at once: one migrates, the
 * others wait for it.
 * @returns names of the migrations that this call ran
 */
export async function migrate(url: string): Promise<string[]> {
  const guard = new Client({ connectionString: url, application_name: 'tetsuzuki migrate' });
  await guard.connect();
  try {
    await lock(guard);
    return await runMigrations(url);
  } finally {
    // Ending the session gives the lock back, also when this process is killed.
    await guard.end();
  }
}

/**
 * Asks again and again instead of waiting inside the database: a session that waits there holds a snapshot, and
 * CREATE INDEX CONCURRENTLY in the migrating instance would wait for that snapshot, for ever.
 */
async function lock(guard: Client): Promise<void> {
  for (;;) {
    const { rows } = await guard.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [
      migrationLock,
    ]);
    if (rows[0]?.held) return;
    await wait(100);
  }
}

async function runMigrations(url: string): Promise<string[]> {
  // Without the entities: a migration is history, and must not change its meaning when today's code does.
  const dataSource = new DataSource({
    ...connectionOptions({
      url,
      poolSize: 1,
      // A back-fill may take long, but nobody may queue for long behind a change that itself waits for a table.
      statementTimeoutMs: 0,
      lockTimeoutMs: 10_000,
      idleInTransactionTimeoutMs: 0,
      applicationName: 'tetsuzuki migrate',
    }),
    migrations,
    migrationsTransactionMode: 'each',
  });
  await dataSource.initialize();
  try {
    return (await dataSource.runMigrations()).map(({ name }) => name);
  } finally {
    await dataSource.destroy();
  }
}
