import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Client } from 'pg';
import { databaseUrl, execute } from './cluster.js';

export interface TestDatabase {
  readonly url: string;
  /** Closes whatever is still connected and removes the database. */
  drop(): Promise<void>;
}

export interface FilledDatabase extends TestDatabase {
  /** What its rows refer to on disk; to be copied, never changed. */
  readonly folder: string;
}

/**
 * A database of its own for one spec file: a copy of the migrated one that holds no rows, made in some 20 ms.
 * @param options.empty without any table, for specs of the migration itself
 */
export async function createTestDatabase(options: { empty?: boolean } = {}): Promise<TestDatabase> {
  const { server, template } = cluster();
  return copyOf(options.empty ? 'template0' : template, server);
}

/**
 * A copy of a database that was filled once in this test run, by whichever spec needs it first: what every start of
 * the product does to an empty one is not done again for each spec.
 * @param name which filling, `a-z` and `_`
 * @param fill leaves nothing connected when it returns; what the rows refer to on disk goes into the folder
 */
export async function createFilledDatabase(
  name: string,
  fill: (url: string, folder: string) => Promise<void>,
): Promise<FilledDatabase> {
  const { server, template, filledFolder } = cluster();
  const filled = `filled_${name}`;
  const folder = join(filledFolder, name);
  await alone(server, async (client) => {
    const known = await client.query('select 1 from pg_database where datname = $1', [filled]);
    if (known.rowCount === 1) return;
    const making = await copyOf(template, server);
    await fill(making.url, folder);
    await client.query(`alter database ${making.name} rename to ${filled}`);
    await client.query(`alter database ${filled} with allow_connections false`);
  });
  return { ...(await copyOf(filled, server)), folder };
}

function cluster(): { readonly server: string; readonly template: string; readonly filledFolder: string } {
  const server = process.env.TEST_CLUSTER_URL;
  const template = process.env.TEST_TEMPLATE_DATABASE;
  const filledFolder = process.env.TEST_FILLED_FOLDER;
  if (!server || !template || !filledFolder)
    throw new Error('No test cluster: run the specs through Jest with its global setup.');
  return { server, template, filledFolder };
}

async function copyOf(template: string, server: string): Promise<TestDatabase & { readonly name: string }> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  await execute(server, `create database ${name} template ${template} strategy wal_log`);
  return {
    name,
    url: databaseUrl(server, name),
    drop: () => execute(server, `drop database if exists ${name} with (force)`),
  };
}

/** One spec file after the other, over all of Jest's workers. */
async function alone(server: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(`select pg_advisory_lock(hashtext('filled databases'))`);
    await work(client);
  } finally {
    await client.end();
  }
}
