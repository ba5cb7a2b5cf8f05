import 'reflect-metadata';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { entities } from './entities.js';
import { migrations } from './migrations/index.js';

export interface DatabaseSettings {
  readonly url: string;
  /** Most connections that this process opens. */
  readonly poolSize: number;
  /** Longest run of one statement, wait for a lock, and pause inside a transaction, in milliseconds; 0 = no limit. */
  readonly statementTimeoutMs: number;
  readonly lockTimeoutMs: number;
  readonly idleInTransactionTimeoutMs: number;
  /** Shown in pg_stat_activity, e.g. "tetsuzuki web". */
  readonly applicationName: string;
}

/**
 * TypeORM options for one process. Every limit turns a stuck database into an error that the caller can answer,
 * where without it requests would pile up until the process dies.
 */
export function dataSourceOptions(settings: DatabaseSettings): DataSourceOptions {
  return {
    type: 'postgres',
    url: settings.url,
    applicationName: settings.applicationName,
    entities,
    migrations,
    migrationsRun: false,
    migrationsTransactionMode: 'each',
    synchronize: false,
    installExtensions: false,
    logging: false,
    poolSize: settings.poolSize,
    connectTimeoutMS: 2_000,
    extra: {
      statement_timeout: settings.statementTimeoutMs,
      lock_timeout: settings.lockTimeoutMs,
      idle_in_transaction_session_timeout: settings.idleInTransactionTimeoutMs,
      idleTimeoutMillis: 30_000,
      keepAlive: true,
    },
  };
}

export function createDataSource(settings: DatabaseSettings): DataSource {
  return new DataSource(dataSourceOptions(settings));
}
