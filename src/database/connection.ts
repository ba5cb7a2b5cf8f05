import type { DataSource, DataSourceOptions } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import type { Config } from '../config/read-config.js';

type PostgresOptions = Extract<DataSourceOptions, { type: 'postgres' }>;

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
 * Limits for the work of a role. A person waits for a page, so a page gives up early and says so; a job may take long.
 * @param url `config.database.url`, or that of the bundled PostgreSQL
 */
export function databaseSettings(config: Pick<Config, 'role' | 'database'>, url: string): DatabaseSettings {
  const jobsOnly = config.role === 'worker';
  return {
    url,
    poolSize: config.database.poolSize,
    statementTimeoutMs: jobsOnly ? 120_000 : 10_000,
    lockTimeoutMs: jobsOnly ? 10_000 : 1_500,
    idleInTransactionTimeoutMs: 30_000,
    applicationName: `tetsuzuki ${config.role}`,
  };
}

/**
 * TypeORM options for one process. Every limit turns a stuck database into an error that the caller can answer,
 * where without it requests would pile up until the process dies.
 */
export function connectionOptions(settings: DatabaseSettings): PostgresOptions {
  return {
    type: 'postgres',
    url: settings.url,
    applicationName: settings.applicationName,
    synchronize: false,
    installExtensions: false,
    logging: false,
    poolSize: settings.poolSize,
    connectTimeoutMS: 60_000,
    extra: {
      statement_timeout: settings.statementTimeoutMs,
      lock_timeout: settings.lockTimeoutMs,
      idle_in_transaction_session_timeout: settings.idleInTransactionTimeoutMs,
      idleTimeoutMillis: 30_000,
      keepAlive: true,
    },
  };
}

/**
 * From now on people wait for pages. Until a process has started nobody does: it compiles procedures for longer than a
 * page could wait, and would find each connection that came meanwhile too late.
 */
export function limitConnecting(dataSource: DataSource, milliseconds = 2_000): void {
  (dataSource.driver as PostgresDriver).master.options.connectionTimeoutMillis = milliseconds;
}
