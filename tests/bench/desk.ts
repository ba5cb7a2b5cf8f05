import { mkdtempSync, rmSync, chmodSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startEmbeddedPostgres } from '../../src/embedded/start-embedded-postgres.js';
import { growApplications, makeOfficial } from './desk-rows.js';
import { shippedProcedures } from './desk-stages.js';
import { type DeskTask, deskTasks } from './desk-tasks.js';
import { atMost, type Measure } from './report.js';
import { median, percentile } from './rounds.js';
import { mainFile, startProcess } from './server-process.js';

/** Stored in the small database; DESK_ROWS=500000,5000000 says how many in the others. */
const small = Number(process.env['DESK_SMALL'] ?? 20_000);
const large = (process.env['DESK_ROWS'] ?? '500000').split(',').map(Number);
/** Being worked on, in each. */
const open = Number(process.env['DESK_OPEN'] ?? 10_000);
const rounds = Number(process.env['DESK_ROUNDS'] ?? 200);
const warmUp = 20;

/** One database with its server. */
interface House {
  readonly rows: number;
  readonly tasks: readonly DeskTask[];
}

/**
 * What officials wait for, with little and with much stored behind it, both measured in turn; and against the same rows
 * read by their keys. DESK_DATA=<folder> keeps what was stored for the next run.
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
  return { rows, tasks: await deskTasks(address, cookie, database) };
}

type Times = ReadonlyMap<string, number[]>;

/** Milliseconds of each look, by house and task. The houses take turns, and so do the tasks. */
async function look(houses: readonly House[]): Promise<readonly Times[]> {
  const times = houses.map(({ tasks }) => new Map(tasks.map(({ name }) => [name, [] as number[]])));
  for (let round = 0; round < warmUp + rounds; round++) {
    for (const index of houses[0]?.tasks.keys() ?? []) {
      for (const turn of houses.keys()) {
        const at = (turn + round) % houses.length;
        const task = houses[at]?.tasks[index];
        const began = performance.now();
        await task?.run(round);
        if (task && round >= warmUp) times[at]?.get(task.name)?.push(performance.now() - began);
      }
    }
  }
  return times;
}

function measuresOf(houses: readonly House[], times: readonly Times[]): readonly Measure[] {
  return houses.slice(1).flatMap(({ rows, tasks }, index) =>
    tasks.map(({ name, key }): Measure => {
      const found = times[index + 1]?.get(name) ?? [];
      const p95 = percentile(found, 0.95);
      const before = percentile(times[0]?.get(name) ?? [], 0.95);
      const byKey = key === null ? undefined : percentile(times[index + 1]?.get(key) ?? [], 0.95);
      return {
        measure: `desk: ${name}`,
        subject: `${rows} applications`,
        value: p95,
        unit: 'ms p95',
        more: {
          p50_ms: median(found),
          few_p95_ms: before,
          ...(byKey === undefined ? {} : { against_key: p95 / byKey }),
        },
        ...(key === null
          ? {}
          : { ratio: p95 / before, ...atMost(p95 / before, 1.3, `p95 against ${small}`) }),
      };
    }),
  );
}
