import { mkdtempSync, rmSync, chmodSync, mkdirSync } from 'node:fs';
import { tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startEmbeddedPostgres } from '../../src/embedded/start-embedded-postgres.js';
import { growApplications, makeOfficial } from './desk-rows.js';
import { shippedProcedures } from './desk-stages.js';
import { type DeskTasks, deskTasks, drawnRows } from './desk-tasks.js';
import type { Measure } from './report.js';
import { median, percentile } from './rounds.js';
import { mainFile, startProcess } from './server-process.js';

/** Stored in the small database; DESK_ROWS=500000,5000000 says how many in the others. */
const small = Number(process.env['DESK_SMALL'] ?? 20_000);
const large = (process.env['DESK_ROWS'] ?? '500000').split(',').map(Number);
/** Being worked on, in each. */
const open = Number(process.env['DESK_OPEN'] ?? 10_000);
const rounds = Number(process.env['DESK_ROUNDS'] ?? 200);
/** Each is asked once before: what is read for the first time measures the disk. */
const warmUp = Number(process.env['DESK_WARM_UP'] ?? drawnRows);

/** One database with its server. */
interface House {
  readonly rows: number;
  readonly desk: DeskTasks;
}

/**
 * What officials wait for, with little and with much stored behind it, both measured in turn; and against the rows that
 * the answer shows, read by their keys: the same columns through the same joins in one bare statement, and the least that
 * a signed-in official can ask of the server, so that HTTP and session belong to both. DESK_DATA=<folder> keeps what was
 * stored for the next run. PostgreSQL has a quarter of the machine's memory for its pages, as its manual advises
 * (“shared_buffers”) and README asks of the one in service.
 */
export async function benchDesk(): Promise<readonly Measure[]> {
  const kept = process.env['DESK_DATA'];
  const dataDir = kept ?? mkdtempSync(join(tmpdir(), 'tetsuzuki-bench-desk-'));
  mkdirSync(dataDir, { recursive: true });
  chmodSync(dataDir, 0o755);
  const stopped: { stop(): Promise<void> }[] = [];
  try {
    const postgres = await startEmbeddedPostgres({
      dataDir,
      sharedBuffersMb: Math.floor(totalmem() / 4 / 1024 ** 2),
      log: () => undefined,
      searchPath: process.env.PATH,
    });
    stopped.push(postgres);
    const houses: House[] = [];
    for (const rows of [small, ...large]) {
      houses.push(await openHouse(postgres.url, dataDir, rows, (one) => stopped.push(one)));
    }
    return measuresOf(houses, await look(houses));
  } finally {
    for (const one of stopped.reverse()) await one.stop();
    if (kept === undefined) rmSync(dataDir, { recursive: true, force: true });
  }
}

async function openHouse(
  clusterUrl: string,
  dataDir: string,
  rows: number,
  toStop: (one: { stop(): Promise<void> }) => void,
): Promise<House> {
  const name = `desk_${rows}_${open}`;
  const cluster = new Client({ connectionString: clusterUrl });
  await cluster.connect();
  const { rowCount } = await cluster.query('select from pg_database where datname = $1', [name]);
  if (rowCount === 0) await cluster.query(`create database ${name}`);
  await cluster.end();
  const url = new URL(clusterUrl);
  url.pathname = `/${name}`;
  const server = await startProcess(
    [mainFile],
    {
      DATABASE_URL: url.href,
      DATA_DIR: join(dataDir, name),
      DEMO: 'false',
      PROCEDURES_DIR: shippedProcedures,
      ONE_TIME_CODES_FOR: 'administrator',
      ROLE: 'web',
    },
    '/readyz',
    3_600_000,
  );
  toStop(server);
  const database = new Client({ connectionString: url.href });
  await database.connect();
  toStop({ stop: () => database.end() });
  await growApplications(database, rows, open, (made) => console.error(`${name}: ${made}`));
  const cookie = `tetsuzuki=${await makeOfficial(database)}`;
  const address = `http://127.0.0.1:${server.port}`;
  return { rows, desk: await deskTasks(address, cookie, database) };
}

/** Of one task in one house. */
interface Times {
  readonly task: number[];
  /** Bare request and bare SQL by key. */
  readonly byKey: number[];
  /** Rows shown. */
  readonly rows: number[];
}

/** Milliseconds of each look, by house and task. The houses take turns, and so do the tasks. */
async function look(houses: readonly House[]): Promise<readonly (readonly Times[])[]> {
  const times = houses.map(({ desk }) => desk.tasks.map((): Times => ({ task: [], byKey: [], rows: [] })));
  for (let round = 0; round < warmUp + rounds; round++) {
    for (const index of houses[0]?.desk.tasks.keys() ?? []) {
      for (const turn of houses.keys()) {
        const at = (turn + round) % houses.length;
        const house = houses[at];
        const found = times[at]?.[index];
        const task = house?.desk.tasks[index];
        if (!task || !found) continue;
        const began = performance.now();
        const answer = await task.run(round);
        const between = performance.now();
        await house.desk.bareRequest();
        await answer.byKey();
        if (round < warmUp) continue;
        found.task.push(between - began);
        found.byKey.push(performance.now() - between);
        found.rows.push(answer.rows);
      }
    }
  }
  return times;
}

function measuresOf(houses: readonly House[], times: readonly (readonly Times[])[]): readonly Measure[] {
  return houses.slice(1).flatMap(({ rows, desk }, house) =>
    desk.tasks.flatMap(({ name }, index): Measure[] => {
      const [few, many] = [times[0]?.[index], times[house + 1]?.[index]];
      if (!few || !many) return [];
      const p95 = percentile(many.task, 0.95);
      const before = percentile(few.task, 0.95);
      const byKey = percentile(many.byKey, 0.95);
      const met = p95 / before <= 1.3 && p95 / byKey <= 3;
      return [
        {
          measure: `desk: ${name}`,
          subject: `${rows} applications`,
          value: p95,
          unit: 'ms p95',
          ratio: p95 / before,
          more: {
            against_key: p95 / byKey,
            p50_ms: median(many.task),
            few_p50_ms: median(few.task),
            few_p95_ms: before,
            by_key_p95_ms: byKey,
            shown: median(many.rows),
            few_shown: median(few.rows),
          },
          aim: `p95 against ${small} ≤ 1.3, against the rows by key ≤ 3`,
          met,
        },
      ];
    }),
  );
}
