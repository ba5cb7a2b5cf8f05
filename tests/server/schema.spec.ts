import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../src/database/data-source.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

describe('the schema', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  beforeAll(async () => {
    database = await createTestDatabase();
    dataSource = await createDataSource({
      url: database.url,
      poolSize: 2,
      statementTimeoutMs: 10_000,
      lockTimeoutMs: 1_000,
      idleInTransactionTimeoutMs: 10_000,
      applicationName: 'tetsuzuki test',
    }).initialize();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  it('has the columns that the entities say, with their types', async () => {
    for (const { tableName, columns } of dataSource.entityMetadatas) {
      const rows = await dataSource.query<{ name: string; type: string; nullable: boolean }[]>(
        `select column_name as name, case when data_type = 'ARRAY' then 'array' else udt_name end as type,
                is_nullable = 'YES' as nullable
         from information_schema.columns where table_name = $1 and is_generated = 'NEVER'`,
        [tableName],
      );
      const stored = rows.map(({ name, type, nullable }) => `${tableName}.${name} ${type} ${nullable}`);
      const declared = columns.map(({ databaseName, type, isArray, isNullable }) => {
        const names: Record<string, string> = { int: 'int4', boolean: 'bool' };
        const name = String(type);
        return `${tableName}.${databaseName} ${isArray ? 'array' : (names[name] ?? name)} ${isNullable}`;
      });
      expect(declared.sort()).toEqual(stored.sort());
    }
  });

  it.each(['procedure_version', 'submission', 'application_event'])(
    'lets nobody change or delete a row of %s',
    async (table) => {
      const [trigger] = await dataSource.query<{ timing: string }[]>(
        `select string_agg(distinct event_manipulation, ' ' order by event_manipulation) as timing
         from information_schema.triggers where event_object_table = $1 and action_timing = 'BEFORE'`,
        [table],
      );
      expect(trigger?.timing).toBe('DELETE UPDATE');
    },
  );

  it('says what it refuses', async () => {
    await dataSource.query(
      `insert into procedure_version (hash, procedure_id, number, files, validators)
       values (repeat('0', 64), 'x', 1, '{}', '{}')`,
    );
    await expect(dataSource.query(`update procedure_version set number = 2`)).rejects.toThrow(
      'UPDATE of procedure_version is refused: what is recorded there never changes',
    );
  });
});
