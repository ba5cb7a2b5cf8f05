import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startEmbeddedPostgres } from '../../src/embedded/start-embedded-postgres.js';
import { type ExportContent, exportFormats, type ExportView } from '../../src/exports/export.dto.js';
import { wholeExport } from '../server/support/whole-export.js';
import { eventually } from '../support/eventually.js';
import { growApplications, makeOfficial } from './desk-rows.js';
import { shippedProcedures } from './desk-stages.js';
import { atMost, type Measure } from './report.js';
import { mainFile, type ServerProcess, startProcess } from './server-process.js';

/** Stored applications of the procedures that ship together; each becomes a line of a table. */
const applications = Number(process.env['EXPORT_ROWS'] ?? 100_000);
/** Of the memory for a tenth of them. */
const mostMemory = 1.3;

/**
 * Tables of everything, every column, as an official asks for them: how many applications become lines in a second, and
 * how much memory the server holds at most, begun anew for each so that none has what another needed. Ten times the
 * applications may take hardly more memory.
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
      // What could be thrown away is: what is left is what is held.
      ['--max-old-space-size=160', mainFile],
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
    const measures: Measure[] = [];
    const peaks = new Map<string, number>();
    for (const stored of [applications / 10, applications]) {
      await growApplications(database, stored, stored / 10, () => undefined);
      await database.query('update bench_progress set finished = false');
      const cookie = `tetsuzuki=${await makeOfficial(database)}`;
      const { rows } = await database.query<{ id: string }>(
        'select procedure_id as id from application group by 1 order by count(*) desc',
      );
      for (const format of exportFormats) {
        const server = await start();
        try {
          const made = await tables(server, cookie, rows, format);
          const peak = server.peakMegabytes();
          const before = peaks.get(format);
          peaks.set(format, peak);
          measures.push({
            measure: `exports: ${format}`,
            subject: `${made.done} applications`,
            value: made.done / made.seconds,
            unit: 'applications/s',
            more: { ...made, peak_mb: peak },
          });
          if (before !== undefined)
            measures.push({
              measure: `memory of ${format}`,
              subject: 'ten times the applications',
              value: peak,
              unit: 'MB',
              ratio: peak / before,
              ...atMost(peak / before, mostMemory, 'ratio'),
            });
        } finally {
          await server.stop();
        }
      }
    }
    return measures;
  } finally {
    await database.end().catch(() => undefined);
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Of each procedure one after the other. */
async function tables(
  server: ServerProcess,
  cookie: string,
  procedures: readonly { readonly id: string }[],
  format: ExportContent['format'],
): Promise<{ readonly done: number; readonly seconds: number; readonly megabytes: number }> {
  const address = `http://127.0.0.1:${server.port}`;
  let [done, seconds, megabytes] = [0, 0, 0];
  for (const { id } of procedures) {
    const made = await exported(address, cookie, contentOf(id, format));
    done += made.done;
    megabytes += (made.bytes ?? 0) / 1e6;
    seconds += (Date.parse(made.finishedAt ?? '') - Date.parse(made.createdAt)) / 1_000;
  }
  return { done, seconds, megabytes };
}

const contentOf = (procedureId: string, format: ExportContent['format']): ExportContent => ({
  ...wholeExport,
  procedureId,
  format,
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
