import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';

/** A statement that PostgreSQL parses and plans once per connection. For paths that every request takes. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/**
 * Runs it in a transaction of its own. TypeORM has no prepared statements, and planning the write of a submission
 * costs more than the write.
 */
export async function runStatement<Row>(
  dataSource: DataSource,
  statement: Statement,
  values: readonly unknown[],
): Promise<Row[]> {
  const { rows } = await poolOf(dataSource).query<Row & object>({ ...statement, values: [...values] });
  return rows;
}

function poolOf(dataSource: DataSource): Pool {
  return (dataSource.driver as unknown as { master: Pool }).master;
}
