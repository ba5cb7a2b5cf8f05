import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startBenchDatabase } from './bench-database.js';
import { loadBenchProcedure, proceduresDir } from './bench-procedure.js';
import { growApplications, makeOfficial } from './desk-rows.js';
import { makeDrafts, makePeople } from './people.js';
import { atMost, type Measure } from './report.js';
import { median, percentile } from './rounds.js';
import { mainFile, startProcess } from './server-process.js';

/** DESK_ROWS=5000000 for the largest; the smaller database has so many. */
const small = 20_000;
const large = Number(process.env['DESK_ROWS'] ?? 500_000);
/** Being worked on, in both. */
const open = 10_000;
const looks = 200;

interface Task {
  readonly name: string;
  readonly run: (n: number) => Promise<void>;
}

/** What officials wait for, with little and with much stored behind it; and against the bare row by its key. */
export async function benchDesk(): Promise<readonly Measure[]> {
  const postgres = await startBenchDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'tetsuzuki-bench-desk-'));
  const stopped: { stop(): Promise<void> }[] = [];
  try {
    const server = await startProcess([mainFile], {
      DATABASE_URL: postgres.url,
      DATA_DIR: dataDir,
      DEMO: 'false',
      PROCEDURES_DIR: proceduresDir,
      ONE_TIME_CODES_FOR: 'administrator',
      ROLE: 'web',
    });
    stopped.push(server);
    const database = new Client({ connectionString: postgres.url });
    await database.connect();
    stopped.push({ stop: () => database.end() });
    const address = `http://127.0.0.1:${server.port}`;
    const { answers, procedure } = await loadBenchProcedure();
    const { id: procedureId } = procedure.info;
    const people = await makePeople(database, 1);
    const [draft] = await makeDrafts(database, people, procedureId, answers, 1);
    const submitted = await fetch(`${address}/api/drafts/${draft?.id ?? ''}/submit`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        origin: address,
        cookie: `tetsuzuki=${draft?.owner.token ?? ''}`,
      },
      body: JSON.stringify({ revision: 0, answers }),
    });
    if (!submitted.ok) throw new Error(`The template was not taken: ${submitted.status}`);
    const token = await makeOfficial(database, procedureId, [...procedure.workflow.roles.keys()]);
    const get = async (path: string): Promise<void> => {
      const answer = await fetch(address + path, { headers: { cookie: `tetsuzuki=${token}` } });
      await answer.arrayBuffer();
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    };
    const few = await timesOf(database, small, get);
    const many = await timesOf(database, large, get);
    return [...many].flatMap(([name, times]): Measure[] => {
      const p95 = percentile(times, 0.95);
      const before = percentile(few.get(name) ?? [], 0.95);
      const key = percentile(many.get('row by key') ?? [], 0.95);
      const more = { p50_ms: median(times), few_p95_ms: before };
      const measure = {
        measure: `desk: ${name}`,
        subject: `${large} applications`,
        value: p95,
        unit: 'ms p95',
      };
      if (name === 'row by key') return [{ ...measure, more }];
      return [
        {
          ...measure,
          ratio: p95 / before,
          more: { ...more, against_key: p95 / key },
          ...atMost(p95 / before, 1.3, `p95 against ${small}`),
        },
      ];
    });
  } finally {
    for (const one of stopped.reverse()) await one.stop();
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Milliseconds of each look, by task. */
async function timesOf(
  database: Client,
  count: number,
  get: (path: string) => Promise<void>,
): Promise<ReadonlyMap<string, number[]>> {
  await growApplications(database, count, open);
  const { rows } = await database.query<{ id: string; applicant_name: string }>(
    'select id, applicant_name from application order by md5(id::text) limit 200',
  );
  const at = (n: number) => rows[n % rows.length] ?? { id: '', applicant_name: '' };
  const tasks: readonly Task[] = [
    { name: 'queue page', run: () => get('/api/desk/applications?queue=unassigned') },
    { name: 'queue by arrival', run: () => get('/api/desk/applications?queue=all-open&sort=newest') },
    { name: 'counts', run: () => get('/api/desk/queues') },
    {
      name: 'search by name',
      run: (n) => get(`/api/desk/search?q=${encodeURIComponent(at(n).applicant_name)}`),
    },
    { name: 'open a case', run: (n) => get(`/api/desk/applications/${at(n).id}`) },
    {
      name: 'row by key',
      run: async (n) => {
        await database.query(
          'select a.*, s.answers from application a join submission s on s.application_id = a.id where a.id = $1',
          [at(n).id],
        );
      },
    },
  ];
  const times = new Map<string, number[]>();
  for (const { name, run } of tasks) {
    for (let n = 0; n < 20; n++) await run(n);
    const found: number[] = [];
    for (let n = 0; n < looks; n++) {
      const began = performance.now();
      await run(n);
      found.push(performance.now() - began);
    }
    times.set(name, found);
  }
  return times;
}
