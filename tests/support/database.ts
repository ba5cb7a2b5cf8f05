import { randomBytes } from 'node:crypto';
import { databaseUrl, execute } from './cluster.js';

export interface TestDatabase {
  readonly url: string;
  /** Closes whatever is still connected and removes the database. */
  drop(): Promise<void>;
}

/**
 * A database of its own for one spec file: a copy of the migrated one that holds no rows, made in some 20 ms.
 * @param options.empty without any table, for specs of the migration itself
 */
export async function createTestDatabase(options: { empty?: boolean } = {}): Promise<TestDatabase> {
  const server = process.env.TEST_CLUSTER_URL;
  const template = process.env.TEST_TEMPLATE_DATABASE;
  if (!server || !template)
    throw new Error('No test cluster: run the specs through Jest with its global setup.');
  const name = `test_${randomBytes(8).toString('hex')}`;
  await execute(
    server,
    `create database ${name} template ${options.empty ? 'template0' : template} strategy wal_log`,
  );
  return {
    url: databaseUrl(server, name),
    drop: () => execute(server, `drop database if exists ${name} with (force)`),
  };
}
