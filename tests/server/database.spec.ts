import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { databaseSettings, limitConnecting } from '../../src/database/connection.js';
import { createDataSource } from '../../src/database/data-source.js';
import { newId } from '../../src/database/id.js';
import { migrate } from '../../src/database/migrate.js';
import { migrations } from '../../src/database/migrations/index.js';
import { readConfig } from '../../src/config/read-config.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const limits = {
  poolSize: 2,
  statementTimeoutMs: 200,
  lockTimeoutMs: 100,
  idleInTransactionTimeoutMs: 5_000,
  applicationName: 'tetsuzuki test',
};

describe('the database', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it('is migrated already when a spec gets its copy', async () => {
    expect(await migrate(database.url)).toEqual([]);
  });

  it('is migrated once when several instances start together', async () => {
    const fresh = await createTestDatabase({ empty: true });

    const ran = await Promise.all([migrate(fresh.url), migrate(fresh.url), migrate(fresh.url)]);

    expect(ran.flat()).toHaveLength(migrations.length);
    expect(ran.filter((names) => names.length > 0)).toHaveLength(1);
    await fresh.drop();
  });

  it('finds Japanese words by trigrams, and sorts by UTC', async () => {
    const dataSource = await createDataSource({ ...limits, url: database.url }).initialize();
    await dataSource.query('create extension if not exists pg_trgm');
    const [row] = await dataSource.query<{ trigrams: string[]; zone: string; encoding: string }[]>(
      `select show_trgm('山田太郎') as trigrams, current_setting('TimeZone') as zone,
              current_setting('server_encoding') as encoding`,
    );
    expect(row?.trigrams).toHaveLength(5);
    expect(row).toMatchObject({ zone: 'UTC', encoding: 'UTF8' });
    await dataSource.destroy();
  });

  it('ends a statement that runs longer than allowed', async () => {
    const dataSource = await createDataSource({ ...limits, url: database.url }).initialize();
    await expect(dataSource.query('select pg_sleep(10)')).rejects.toThrow('statement timeout');
    await dataSource.destroy();
  });

  it('ends a wait for a lock before it ends the statement', async () => {
    const dataSource = await createDataSource({ ...limits, url: database.url }).initialize();
    await dataSource.query('create table counter (id int)');
    await dataSource.transaction(async (tx) => {
      await tx.query('lock table counter');
      await expect(dataSource.query('select * from counter')).rejects.toThrow('lock timeout');
    });
    await dataSource.destroy();
  });

  it('waits for a connection while a process starts, and not for long once people wait for pages', async () => {
    const dataSource = await createDataSource({ ...limits, url: database.url, poolSize: 1 }).initialize();
    const one = dataSource.createQueryRunner();
    await one.connect();
    const begun = dataSource.query('select 1');
    limitConnecting(dataSource, 50);
    await expect(dataSource.query('select 2')).rejects.toThrow('timeout exceeded when trying to connect');
    await one.release();
    await expect(begun).resolves.toHaveLength(1);
    await dataSource.destroy();
  });

  it('gives a page less time than a job', () => {
    const url = 'postgres://localhost/tetsuzuki';
    expect(databaseSettings(readConfig({}), url)).toMatchObject({
      url,
      poolSize: 10,
      statementTimeoutMs: 10_000,
      applicationName: 'tetsuzuki all',
    });
    expect(databaseSettings(readConfig({ ROLE: 'worker' }), url).statementTimeoutMs).toBe(120_000);
  });

  it('gives ids that sort in the order they were made', () => {
    const ids = Array.from({ length: 1_000 }, newId);
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(1_000);
  });
});
