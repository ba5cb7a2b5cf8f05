import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import type { AuditEntry } from '../../../src/audit/audit-entry.js';
import { KeyFileSigner } from '../../../src/audit/key-file-signer.js';
import { recordAudit } from '../../../src/audit/record-audit.js';
import { SealEvents } from '../../../src/audit/seal-events.js';
import type { Config } from '../../../src/config/config.js';
import { readConfig } from '../../../src/config/read-config.js';
import { createDataSource } from '../../../src/database/data-source.js';
import { createTestDatabase } from '../../support/database.js';
import { eventually } from '../../support/eventually.js';

export interface AuditWorld {
  readonly databaseUrl: string;
  readonly dataSource: DataSource;
  readonly config: Config;
  /** As another process would seal. */
  sealer(): SealEvents;
  bodies(): Promise<readonly string[]>;
  unsealed(): Promise<number>;
  stop(): Promise<void>;
}

/** A database and what seals its log, without the rest of the product. */
export async function startAuditWorld(env: Readonly<Record<string, string>>): Promise<AuditWorld> {
  const database = await createTestDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'tetsuzuki-audit-'));
  const config = readConfig({ DATABASE_URL: database.url, DATA_DIR: dataDir, ...env });
  const dataSource = await createDataSource({
    url: database.url,
    poolSize: 8,
    statementTimeoutMs: 20_000,
    lockTimeoutMs: 10_000,
    idleInTransactionTimeoutMs: 30_000,
    applicationName: 'tetsuzuki test',
  }).initialize();
  return {
    databaseUrl: database.url,
    dataSource,
    config,
    sealer: () => new SealEvents(dataSource, new KeyFileSigner(null, dataDir), config),
    async bodies() {
      const rows = await dataSource.query<{ body: string }[]>('select body from audit_event order by id');
      return rows.map(({ body }) => body);
    },
    async unsealed() {
      const [row] = await dataSource.query<[{ count: number }]>(
        'select count(*)::int as count from audit_event where id not in (select event_id from audit_place)',
      );
      return row.count;
    },
    async stop() {
      await dataSource.destroy();
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** An entry about one thing, which says no more of it. */
export function entry(id: string): AuditEntry {
  return { actor: { kind: 'system', id: 'test' }, action: 'read', subject: { kind: 'list', id } };
}

export async function recordMany(dataSource: DataSource, count: number): Promise<void> {
  for (let n = 0; n < count; n++) await recordAudit(dataSource, entry(String(n)));
}

/** Other specs write in the same cluster, and what runs there holds seals up. */
export function sealable(dataSource: DataSource): Promise<true> {
  return eventually('Everything recorded can be sealed', async () => {
    const held = await dataSource.query<unknown[]>(
      `select from audit_event e, pg_current_snapshot() as s
       where e.xid >= pg_snapshot_xmin(s)::text::bigint and e.xid < pg_snapshot_xmax(s)::text::bigint`,
    );
    return held.length === 0 ? true : undefined;
  });
}
