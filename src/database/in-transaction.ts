import type { DataSource, EntityManager } from 'typeorm';

/** Does the work in the caller's transaction, or in one of its own where there is none. */
export function inTransaction<T>(
  dataSource: DataSource,
  within: EntityManager | undefined,
  work: (tx: EntityManager) => Promise<T>,
): Promise<T> {
  return within ? work(within) : dataSource.transaction(work);
}
