import { DataSource } from 'typeorm';
import { connectionOptions } from '../database/connection.js';
import { AskedWrongly } from './command.js';
import { openDatabase } from './open-database.js';

/** Does something to the database of this installation; it must have been started once. */
export async function withDatabase<T>(name: string, act: (dataSource: DataSource) => Promise<T>): Promise<T> {
  const database = await openDatabase();
  const dataSource = new DataSource(
    connectionOptions({
      url: database.url,
      poolSize: 1,
      statementTimeoutMs: 60_000,
      lockTimeoutMs: 10_000,
      idleInTransactionTimeoutMs: 60_000,
      applicationName: name,
    }),
  );
  try {
    await dataSource.initialize();
    const [found] = await dataSource.query<{ known: string | null }[]>(
      "select to_regclass('announcement') as known",
    );
    if (!found?.known)
      throw new AskedWrongly([
        'このデータベースには、まだ何もありません。DATABASE_URL（または DATA_DIR）を確かめるか、先に一度起動してください。',
        'This database holds nothing yet. Check DATABASE_URL (or DATA_DIR), or start the product once.',
      ]);
    return await act(dataSource);
  } finally {
    if (dataSource.isInitialized) await dataSource.destroy();
    await database.close();
  }
}
