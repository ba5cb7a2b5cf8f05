import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import type { DraftView } from '../../src/drafts/draft.dto.js';
import { jitanAnswers } from '../server/support/jitan-answers.js';
import { startBenchDatabase } from './bench-database.js';
import { makeDrafts, makePeople, type Person, type ReadyDraft } from './people.js';
import { atMost, type Measure } from './report.js';
import { percentile } from './rounds.js';
import { mainFile, processorTime, startProcess } from './server-process.js';
import { arrivals, type Received, type Sent, steadyClient, type SteadyClient } from './steady-client.js';

/** The first day of a grant: so many people inside, each on to another page every half minute, and so many submits. */
const PEOPLE = 3_000;
const SECONDS_ON_A_PAGE = 30;
const SUBMITS_A_MINUTE = 100;
const SLOWEST_MS = 300;
/** A photograph as the form's own camera button makes it smaller, in bytes. */
const FILE_BYTES = 300_000;
/** Between two steps of somebody who has everything at hand. */
const STEP_MS = 500;

interface World {
  readonly client: SteadyClient;
  readonly people: readonly Person[];
  /** Open drafts of the people who are filling in, with the revision last saved. */
  readonly drafts: readonly (ReadyDraft & { revision: number; busy: Promise<void> })[];
  readonly latencies: Map<string, number[]>;
  /** What was answered otherwise than it should: in words → how often. */
  readonly failures: Map<string, number>;
}

/** Of every hundred page views, so many. */
const views: readonly { readonly kind: string; readonly share: number; readonly of: ViewMaker }[] = [
  { kind: 'the page itself (HTML)', share: 5, of: () => ({ method: 'GET', path: '/' }) },
  { kind: 'list of procedures', share: 15, of: () => ({ method: 'GET', path: '/api/procedures' }) },
  { kind: 'a procedure', share: 15, of: () => ({ method: 'GET', path: '/api/procedures/jitan-9' }) },
  {
    kind: 'who is signed in',
    share: 20,
    of: ({ token }) => ({ method: 'GET', path: '/api/session', token }),
  },
  {
    kind: 'my applications',
    share: 10,
    of: ({ token }) => ({ method: 'GET', path: '/api/applications', token }),
  },
  { kind: 'announcements', share: 5, of: () => ({ method: 'GET', path: '/api/announcements' }) },
];
type ViewMaker = (person: Person) => Sent;

/** First-day rush on the whole product (web and worker in one, PostgreSQL as it brings it). RUSH_SECONDS, default 120. */
export async function benchRush(): Promise<readonly Measure[]> {
  const seconds = Number(process.env.RUSH_SECONDS ?? 120);
  const postgres = await startBenchDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'tetsuzuki-bench-rush-'));
  const env = { DATABASE_URL: postgres.url, DATA_DIR: dataDir, DEMO: 'true', ROLE: 'all' };
  const stopped: { stop(): Promise<void> }[] = [];
  try {
    const server = await startProcess([mainFile], env);
    stopped.push(server);
    const database = new Client({ connectionString: postgres.url });
    await database.connect();
    stopped.push({ stop: () => database.end() });
    const people = await makePeople(database, PEOPLE);
    const { documents: _, ...answers } = jitanAnswers('下書き亭');
    const filling = await makeDrafts(database, people.slice(0, PEOPLE / 2), 'jitan-9', answers, PEOPLE / 2);
    await database.query('analyze');
    const client = steadyClient(server.port);
    stopped.push({ stop: () => Promise.resolve(client.close()) });
    const world = (): World => ({
      client,
      people,
      drafts: filling.map((draft) => ({ ...draft, revision: 0, busy: Promise.resolve() })),
      latencies: new Map(),
      failures: new Map(),
    });
    // What a server does once after its start is not the rush.
    await Promise.all([submit(world(), people.length - 1, performance.now()), warm(world())]);
    await database.query('update draft set revision = 0 where revision > 0');

    const rush = world();
    const before = processorTime(server.pid);
    const beforePostgres = postgres.processorTime();
    const submits = Math.max(1, Math.round((seconds * SUBMITS_A_MINUTE) / 60));
    const perSecond = PEOPLE / SECONDS_ON_A_PAGE;
    const [late] = await Promise.all([
      arrivals(seconds * perSecond, 1_000 / perSecond, (index, planned) => look(rush, index, planned)),
      // Those who submit are not those who fill in.
      arrivals(submits, 60_000 / SUBMITS_A_MINUTE, (index, planned) =>
        submit(rush, PEOPLE / 2 + (index % (PEOPLE / 2 - 1)), planned),
      ),
    ]);
    const share = (micros: number): number => micros / 1_000_000 / seconds;
    const arrived = await database.query<{ n: number }>(
      `select count(*)::int as n from application join applicant on applicant.id = applicant_id
       where applicant.name like '浪速 花子 %'`,
    );
    return figures(rush, submits, {
      // The one of the warming-up is not counted.
      stored: (arrived.rows[0]?.n ?? 0) - 1,
      latest_ms: late,
      node_processors: share(processorTime(server.pid) - before),
      postgres_processors: share(postgres.processorTime() - beforePostgres),
      peak_MB: server.peakMegabytes(),
    });
  } finally {
    for (const part of stopped.reverse()) await part.stop();
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function figures(
  { latencies, failures }: World,
  submits: number,
  more: Readonly<Record<string, number>> & { readonly stored: number },
): readonly Measure[] {
  const pages = [...latencies].map(([kind, values]): Measure => {
    const p95 = percentile(values, 0.95);
    return {
      measure: `rush, ${kind}`,
      subject: 'p95',
      value: p95,
      unit: 'ms',
      ratio: p95 / SLOWEST_MS,
      ...atMost(p95, SLOWEST_MS, 'ms'),
      more: {
        p50_ms: percentile(values, 0.5),
        p99_ms: percentile(values, 0.99),
        worst_ms: Math.max(...values),
        count: values.length,
      },
    };
  });
  const failed = submits - more.stored;
  const others = [...failures].map(([what, value]): Measure => ({
    measure: 'rush, failed',
    subject: what,
    value,
    unit: 'times',
    ...atMost(value, 0, 'times'),
  }));
  return [
    ...pages,
    {
      measure: 'rush, submits that failed',
      subject: `of ${submits}`,
      value: failed,
      unit: 'submits',
      ...atMost(failed, 0, 'submits'),
      more,
    },
    ...others,
  ];
}

/** One page view: by turns of a hundred, the kinds in a fixed order that mixes them. */
async function look(world: World, index: number, planned: number): Promise<void> {
  const { people, drafts } = world;
  // 37 has no factor in common with 100: every kind comes in its share, spread out.
  let at = (index * 37) % 100;
  for (const { kind, share, of } of views) {
    if (at < share) {
      await timed(world, kind, planned, 200, of(people[index % people.length] as Person));
      return;
    }
    at -= share;
  }
  const draft = drafts[index % drafts.length];
  if (!draft) return;
  // One person types in one place: the next save waits for the last, and is counted from its own time all the same.
  const save = async (): Promise<void> => {
    const { token } = draft.owner;
    const path = `/api/drafts/${draft.id}`;
    if (at < 5) {
      const page = { method: 'GET', path: `/drafts/${draft.id}`, token } as const;
      const drawn = await timed(world, 'a draft opened, its first page drawn', planned, 200, page);
      if (drawn?.body.includes('tz-page-form') === false) noteFailure(world, 'a draft opened: not drawn');
      return;
    }
    if (at < 7) {
      await timed(world, 'a draft asked for again', planned, 200, { method: 'GET', path, token });
      return;
    }
    const { documents: _, ...answers } = jitanAnswers(`下書き亭${index}号店`);
    const body = { revision: draft.revision, answers };
    const sent = { method: 'PUT', path, token, body } as const;
    const answer = await timed(world, 'a draft saved', planned, 200, sent);
    if (answer?.status === 200) draft.revision++;
  };
  draft.busy = draft.busy.then(save);
  await draft.busy;
}

async function warm(world: World): Promise<void> {
  for (let index = 0; index < 300; index++) await look(world, index, performance.now());
}

const documents = Object.keys(jitanAnswers('').documents ?? {});

/** Somebody whose step failed does not go on. */
class GaveUp extends Error {}

/** A whole application, step by step as the browser sends it: draft, each file in pieces, answers, submit. */
async function submit(world: World, person: number, start: number): Promise<void> {
  const { token } = world.people[person] as Person;
  let planned = start;
  const step = async (kind: string, status: number, sent: Sent): Promise<Received> => {
    const answer = await timed(world, kind, planned, status, { ...sent, token });
    if (answer?.status !== status) throw new GaveUp();
    planned += STEP_MS;
    const ahead = planned - performance.now();
    if (ahead > 0) await wait(ahead);
    return answer;
  };
  try {
    const begin = { procedureId: 'jitan-9', another: true };
    const begun = await step('a draft begun', 201, { method: 'POST', path: '/api/drafts', body: begin });
    const { id, revision } = JSON.parse(begun.body) as DraftView;
    const files: Record<string, readonly string[]> = {};
    for (const name of documents) {
      const upload = randomUUID();
      const content = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(FILE_BYTES)]);
      await step('a file announced', 201, {
        method: 'POST',
        path: `/api/drafts/${id}/uploads`,
        body: { id: upload, field: `documents.${name}`, name: `${name}.pdf`, bytes: content.length },
      });
      await step('a file sent', 200, {
        method: 'PUT',
        path: `/api/uploads/${upload}/content?offset=0`,
        body: content,
      });
      const kept = await step('a file kept', 201, { method: 'POST', path: `/api/uploads/${upload}/finish` });
      files[name] = [(JSON.parse(kept.body) as { id: string }).id];
    }
    const answers = { ...jitanAnswers(`初日亭${person} ${randomUUID()}`), documents: files };
    await step('a draft saved', 200, {
      method: 'PUT',
      path: `/api/drafts/${id}`,
      body: { revision, answers },
    });
    await timed(world, 'an application submitted', planned, 201, {
      method: 'POST',
      path: `/api/drafts/${id}/submit`,
      token,
      body: { revision: revision + 1 },
    });
  } catch (error) {
    // Counted where it happened; the application is missed at the end.
    if (!(error instanceof GaveUp)) throw error;
  }
}

function noteFailure({ failures }: World, what: string): void {
  failures.set(what, (failures.get(what) ?? 0) + 1);
}

/** @returns null when no answer came */
async function timed(
  world: World,
  kind: string,
  planned: number,
  expected: number,
  sent: Sent,
): Promise<Received | null> {
  const { client, latencies } = world;
  const answer = await client.send(sent).catch(() => null);
  const values = latencies.get(kind) ?? [];
  values.push(performance.now() - planned);
  latencies.set(kind, values);
  if (answer?.status !== expected) {
    const code = /"code":"([^"]+)"/.exec(answer?.body ?? '')?.[1] ?? '';
    noteFailure(world, answer ? `${kind}: ${answer.status} ${code}`.trim() : `${kind}: no answer`);
  }
  return answer;
}
