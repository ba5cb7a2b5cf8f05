import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startEmbeddedPostgres } from '../../src/embedded/start-embedded-postgres.js';
import { type ExportContent, exportFormats, type ExportView } from '../../src/exports/export.dto.js';
import { eventually } from '../support/eventually.js';
import { growApplications, makeOfficial } from './desk-rows.js';
import { shippedProcedures } from './desk-stages.js';
import type { Measure } from './report.js';
import { mainFile, startProcess } from './server-process.js';

/** Stored applications of the procedures that ship together; each becomes a line of a table. */
const applications = Number(process.env['EXPORT_ROWS'] ?? 100_000);

/**
 * Tables of everything, every column, as an official asks for them: how many applications become lines in a second, and
 * how much memory the server holds at most, begun anew for each so that none has what another needed.
 */
export async function benchExports(): Promise<readonly Measure[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tetsuzuki-bench-exports-'));
  chmodSync(dataDir, 0o755);
  const postgres = await startEmbeddedPostgres({
    dataDir,
    log: () => undefined,
    searchPath: process.env.PATH,
  });
  const database = new Client({ connectionString: postgres.url });
  const start = () =>
    startProcess(
      [mainFile],
      {
        DATABASE_URL: postgres.url,
        DATA_DIR: join(dataDir, 'house'),
        DEMO: 'false',
        PROCEDURES_DIR: shippedProcedures,
        ONE_TIME_CODES_FOR: 'administrator',
      },
      '/readyz',
      600_000,
    );
  try {
    await (await start()).stop();
    await database.connect();
    await growApplications(database, applications, 10_000, () => undefined);
    const cookie = `tetsuzuki=${await makeOfficial(database)}`;
    const { rows } = await database.query<{ id: string }>(
      'select procedure_id as id from application group by 1 order by count(*) desc',
    );
    const measures: Measure[] = [];
    for (const format of exportFormats) {
      const server = await start();
      const address = `http://127.0.0.1:${server.port}`;
      const before = server.peakMegabytes();
      let done = 0;
      let bytes = 0;
      let ms = 0;
      try {
        for (const { id } of rows) {
          const made = await exported(address, cookie, contentOf(id, format));
          done += made.done;
          bytes += made.bytes ?? 0;
          ms += Date.parse(made.finishedAt ?? '') - Date.parse(made.createdAt);
        }
        measures.push({
          measure: `exports: ${format}`,
          subject: `${done} applications`,
          value: done / (ms / 1_000),
          unit: 'applications/s',
          more: {
            seconds: ms / 1_000,
            megabytes: bytes / 1e6,
            peak_mb: server.peakMegabytes(),
            idle_mb: before,
          },
        });
      } finally {
        await server.stop();
      }
    }
    return measures;
  } finally {
    await database.end().catch(() => undefined);
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const contentOf = (procedureId: string, format: ExportContent['format']): ExportContent => ({
  procedureId,
  columns: null,
  stages: [],
  state: 'all',
  arrivedFrom: null,
  arrivedTo: null,
  only: [],
  format,
  headings: 'titles',
  choices: 'titles',
});

async function exported(address: string, cookie: string, content: ExportContent): Promise<ExportView> {
  const asked = await fetch(`${address}/api/desk/exports`, {
    method: 'POST',
    headers: { cookie, origin: address, 'content-type': 'application/json' },
    body: JSON.stringify({ title: '', content }),
  });
  const { id } = (await asked.json()) as ExportView;
  if (!asked.ok) throw new Error(`The table was refused: ${asked.status}.`);
  return eventually(
    'the table is made',
    async () => {
      const answer = await fetch(`${address}/api/desk/exports/${id}`, { headers: { cookie } });
      const view = (await answer.json()) as ExportView;
      if (view.state === 'failed') throw new Error('The table could not be made.');
      return view.state === 'done' ? view : undefined;
    },
    1_800_000,
  );
}
