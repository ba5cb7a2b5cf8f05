import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { Answers } from '#engine';
import { type BenchDatabase, startBenchDatabase } from './bench-database.js';
import { loadBenchProcedure, proceduresDir } from './bench-procedure.js';
import { load, type LoadResult } from './load-client.js';
import { makeDrafts, makePeople, type Person, type ReadyDraft } from './people.js';
import { atLeast, atMost, type Measure } from './report.js';
import { interleave, median, pairedRatio } from './rounds.js';
import { mainFile, processorTime, type ServerProcess, startProcess } from './server-process.js';

const rounds = 5;
const milliseconds = 1_500;
/** Longest acceptable latency of the slowest hundredth, by number of connections. */
const slowest: Readonly<Record<number, number>> = { 8: 20, 32: 40 };
const mostMegabytes = 250;

interface Bench {
  readonly postgres: BenchDatabase;
  readonly database: Client;
  readonly people: readonly Person[];
  readonly answers: Answers;
  /** Drafts made for a second of a subject's next round. Where they run out, the round is shorter and as true. */
  readonly perRound: Map<string, number>;
}

/** A round of load, and what one submission cost in processor time. */
interface Round extends LoadResult {
  readonly nodeMicroseconds: number;
  readonly postgresMicroseconds: number;
}

/** Submissions through the whole product against the thin server, on one database. */
export async function benchSubmissions(): Promise<readonly Measure[]> {
  const postgres = await startBenchDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'tetsuzuki-bench-web-'));
  const env = {
    DATABASE_URL: postgres.url,
    DATA_DIR: dataDir,
    DEMO: 'false',
    PROCEDURES_DIR: proceduresDir,
  };
  const stopped: { stop(): Promise<void> }[] = [];
  try {
    const whole = await startProcess([mainFile], { ...env, ROLE: 'web' });
    stopped.push(whole);
    const database = new Client({ connectionString: postgres.url });
    await database.connect();
    stopped.push({ stop: () => database.end() });
    const { answers } = await loadBenchProcedure();
    const bench = {
      postgres,
      database,
      answers,
      people: await makePeople(database, 200),
      perRound: new Map(),
    };
    await submitFor(bench, 'whole', whole, 1, 1_000);
    const thin = await startProcess(
      ['--import', 'tsx', join('tests', 'bench', 'thin-server.ts')],
      { DATABASE_URL: postgres.url },
      '/',
    );
    stopped.push(thin);
    await submitFor(bench, 'whole', whole, 8, 1_500);
    await submitFor(bench, 'thin', thin, 8, 1_500);
    const measures: Measure[] = [];
    for (const connections of [1, 8, 32]) {
      const [ours = [], theirs = []] = await interleave(
        [
          { name: 'whole', run: () => submitFor(bench, 'whole', whole, connections, milliseconds) },
          { name: 'thin', run: () => submitFor(bench, 'thin', thin, connections, milliseconds) },
        ],
        rounds,
      );
      measures.push(...figures(connections, ours, theirs));
    }
    measures.push(memory('ROLE=web, after this load', whole));
    const all = await startProcess([mainFile], { ...env, ROLE: 'all' });
    stopped.push(all);
    await submitFor(bench, 'whole', all, 8, 4_000);
    measures.push(memory('ROLE=all, submissions and their jobs', all));
    return measures;
  } finally {
    for (const part of stopped.reverse()) await part.stop();
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function figures(connections: number, ours: readonly Round[], thin: readonly Round[]): readonly Measure[] {
  const rates = (results: readonly Round[]) => results.map(({ perSecond }) => perSecond);
  const ratio = pairedRatio(rates(ours), rates(thin));
  const measure = `submissions, ${connections} connection${connections === 1 ? '' : 's'}`;
  const figure = (subject: string, results: readonly Round[]): Measure => ({
    measure,
    subject,
    value: median(rates(results)),
    unit: '/s',
    more: {
      best: Math.max(...rates(results)),
      p50_ms: median(results.map(({ p50 }) => p50)),
      p99_ms: median(results.map(({ p99 }) => p99)),
      best_p99_ms: Math.min(...results.map(({ p99 }) => p99)),
      node_us: median(results.map(({ nodeMicroseconds }) => nodeMicroseconds)),
      postgres_us: median(results.map(({ postgresMicroseconds }) => postgresMicroseconds)),
    },
  });
  const limit = slowest[connections];
  const p99s = ours.map(({ p99 }) => p99);
  const latency: Measure[] =
    limit === undefined
      ? []
      : [
          {
            measure: `${measure}, p99`,
            subject: 'whole product',
            value: median(p99s),
            unit: 'ms',
            more: { best: Math.min(...p99s), thin: median(thin.map(({ p99 }) => p99)) },
            ...atMost(median(p99s), limit, 'p99'),
          },
        ];
  return [
    { ...figure('whole product', ours), ratio, ...atLeast(ratio, 0.4, 'ratio') },
    figure('thin server', thin),
    ...latency,
  ];
}

function memory(subject: string, server: ServerProcess): Measure {
  const value = server.peakMegabytes();
  return { measure: 'memory, peak', subject, value, unit: 'MB', ...atMost(value, mostMegabytes, 'MB') };
}

async function submitFor(
  bench: Bench,
  subject: string,
  { port, pid }: ServerProcess,
  connections: number,
  forMs: number,
): Promise<Round> {
  const key = `${subject} ${connections}`;
  const count = Math.ceil(((bench.perRound.get(key) ?? 3_000) * forMs) / 1_000);
  const drafts = await makeDrafts(bench.database, bench.people, 'bench-40', bench.answers, count);
  const requests = drafts.map((draft) => requestFor(draft, bench.answers, port));
  const before = { node: processorTime(pid), postgres: bench.postgres.processorTime() };
  const result = await load({ port, connections, milliseconds: forMs, requests });
  const each = (now: number, then: number): number => (now - then) / result.answered;
  const nodeMicroseconds = each(processorTime(pid), before.node);
  const postgresMicroseconds = each(bench.postgres.processorTime(), before.postgres);
  bench.perRound.set(key, Math.max(1_500, result.perSecond * 3));
  await bench.database.query(`delete from draft where state = 'open'`);
  return { ...result, nodeMicroseconds, postgresMicroseconds };
}

let shops = 0;

/** A submission as a browser sends it: cookie, origin, revision, all answers. Every shop applies once. */
function requestFor(draft: ReadyDraft, answers: Answers, port: number): Buffer {
  const shop = { ...(answers['shop'] as object), name: `なにわ食堂 ${++shops}号店` };
  const body = JSON.stringify({ revision: 0, answers: { ...answers, shop } });
  const head = [
    `POST /api/drafts/${draft.id}/submit HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    `Origin: http://127.0.0.1:${port}`,
    `Cookie: tetsuzuki=${draft.owner.token}`,
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
  ].join('\r\n');
  return Buffer.from(`${head}\r\n\r\n${body}`);
}
