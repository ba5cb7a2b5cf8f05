import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { BatchView, BatchWork } from '../../src/batches/batch.dto.js';
import { jitanAnswers } from '../server/support/jitan-answers.js';
import { startBenchDatabase } from './bench-database.js';
import { growApplications, makeOfficial } from './desk-rows.js';
import { shippedProcedures } from './desk-stages.js';
import { makeDrafts, makePeople, type ReadyDraft } from './people.js';
import { atMost, type Measure } from './report.js';
import { percentile } from './rounds.js';
import { mainFile, startProcess } from './server-process.js';
import { arrivals, type Received, type Sent, type SteadyClient, steadyClient } from './steady-client.js';

const decisions = Number(process.env['BATCH_ROWS'] ?? 10_000);
/** Colleagues take these up between the look and the start: they must be told apart in the result. */
const takenMeanwhile = 10;
/** What others do meanwhile, in a second. */
const opensASecond = 4;
const listsASecond = 2;
const submitsASecond = 1;
const seconds = 30;
/** Whatever the others wait for takes no longer than this while the batch is under way: the limit of a first day. */
const slowestMs = 300;

interface World {
  readonly client: SteadyClient;
  readonly official: string;
  readonly cases: readonly string[];
  readonly drafts: ReadyDraft[];
  /** Drafts that were sent in without an answer of success. */
  failed: number;
  submitted: number;
}

/**
 * As many decisions in one go as there can be, each with its mail and its notice, on one server that also answers
 * everybody else: what an official who opens cases and applicants who submit wait for meanwhile, against the same
 * without it; and that each of the decisions was made once, or says why not.
 */
export async function benchManyAtOnce(): Promise<readonly Measure[]> {
  const postgres = await startBenchDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'tetsuzuki-bench-batch-'));
  // Only in a demo are the periods of acceptance open today.
  const start = (demo: boolean) =>
    startProcess(
      [mainFile],
      {
        DATABASE_URL: postgres.url,
        DATA_DIR: dataDir,
        DEMO: String(demo),
        PROCEDURES_DIR: shippedProcedures,
        ONE_TIME_CODES_FOR: 'administrator',
      },
      '/readyz',
      600_000,
    );
  const stopped: { stop(): Promise<void> | void }[] = [];
  try {
    await (await start(false)).stop();
    const database = new Client({ connectionString: postgres.url });
    await database.connect();
    stopped.push({ stop: () => database.end() });
    await growApplications(database, 3 * decisions, 2.5 * decisions, () => undefined);
    await database.query(`begin; set local session_replication_role = replica; ${allToBeDecided}; commit`);
    const official = await makeOfficial(database);
    const drafts = await draftsWithFiles(database, 1_500);
    await database.query('analyze');
    const server = await start(true);
    stopped.push(server);
    const client = steadyClient(server.port);
    stopped.push({ stop: () => client.close() });
    const ask = async <T>(path: string, body?: object): Promise<T> => {
      const sent: Sent = { method: body ? 'POST' : 'GET', path, token: official, ...(body && { body }) };
      const answer = await client.send(sent);
      if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${answer.body}`);
      return JSON.parse(answer.body) as T;
    };
    const world: World = {
      client,
      official,
      cases: await idsOf(database, `procedure_id = 'gold-sticker' limit 500`),
      drafts: [...drafts],
      failed: 0,
      submitted: 0,
    };
    await others(world, once(5));
    const alone = await others(world, once(seconds));

    const ids = await idsOf(database, `${decidable} order by id limit ${decisions}`);
    const { id } = await ask<BatchView>('/api/desk/batches', { ids });
    const path = `/api/desk/batches/${id}`;
    const view = () => ask<BatchView>(path);
    await ask(`${path}/check`, { work });
    const looking = await others(
      world,
      while_(async () => (await view()).state === 'checking'),
    );
    for (const taken of ids.slice(0, takenMeanwhile))
      await ask(`/api/desk/applications/${taken}/assign`, { assigneeId: 'me' });
    await ask(`${path}/start`, { minutes: 0 });
    const deciding = await others(
      world,
      while_(async () => (await view()).state !== 'done'),
    );
    const sending = await others(world, once(seconds));
    const { outcomes } = await view();

    const told = new Map(outcomes.map(({ code, count }) => [code, count]));
    const { rows } = await database.query<{ decided: number; twice: number; letters: number }>(
      `select (select count(*)::int from application where id = any($1) and stage = 'payout') as decided,
         (select count(*)::int from (select from application_event where application_id = any($1)
            and action = 'approve' and type = 'action' and at > now() - interval '1 hour'
            group by application_id having count(*) > 1) t) as twice,
         (select count(distinct application_id)::int from notice where application_id = any($1)
            and template = 'decision-granted') as letters`,
      [ids],
    );
    const [found = { decided: 0, twice: 0, letters: 0 }] = rows;
    const wrong =
      Math.abs(decisions - takenMeanwhile - found.decided) +
      found.twice +
      Math.abs(found.decided - found.letters) +
      Math.abs((told.get('done') ?? 0) - found.decided) +
      Math.abs((told.get('application-changed') ?? 0) - takenMeanwhile);
    const { rows: arrived } = await database.query<{ n: number }>(
      `select count(*)::int as n from application where draft_id = any($1)`,
      [drafts.map((draft) => draft.id)],
    );
    const lost = world.failed + Math.abs(world.submitted - world.failed - (arrived[0]?.n ?? 0));
    return [
      ...compared('while it is looked at', looking, alone),
      ...compared('while it is decided', deciding, alone),
      ...compared('while notices are made', sending, alone),
      {
        measure: 'many at once, decided',
        subject: `${decisions} decisions`,
        value: decisions / (deciding.ms / 1_000),
        unit: 'decisions/s',
        more: {
          looked_at_per_second: decisions / (looking.ms / 1_000),
          peak_MB: server.peakMegabytes(),
        },
      },
      {
        measure: 'many at once, wrong results',
        subject: `of ${decisions}`,
        value: wrong,
        unit: 'decisions',
        more: found,
        ...atMost(wrong, 0, 'decisions'),
      },
      {
        measure: 'many at once, submits of others that failed',
        subject: `of ${world.submitted}`,
        value: lost,
        unit: 'submits',
        ...atMost(lost, 0, 'submits'),
      },
    ];
  } finally {
    for (const part of stopped.reverse()) await part.stop();
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const work: BatchWork = {
  kind: 'action',
  procedureId: 'jitan-9',
  action: 'approve',
  fields: { payment_on: new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10) },
};

const decidable = `procedure_id = 'jitan-9' and stage = 'decision' and open`;

/** Every open application of the procedure that pays waits for the one who decides, and for nobody after. */
const allToBeDecided = `
create temp table waits as
  select a.*, s.answers from application a join submission s on s.application_id = a.id and s.n = a.submission_count
  where ${decidable} order by (s.answers #>> '{sales,payable}')::int, a.id limit 1;
update application a set stage = w.stage, stage_role = w.stage_role, stage_roles = w.stage_roles, state = w.state,
  entered_at = w.entered_at, on_hold = false, next_timer_at = null, assignee_id = null
  from waits w where a.procedure_id = 'jitan-9' and a.open;
update submission s set answers = w.answers from waits w
where exists (select from application a where a.id = s.application_id and a.procedure_id = 'jitan-9' and a.open)`;

async function idsOf(database: Client, where: string): Promise<readonly string[]> {
  const { rows } = await database.query<{ id: string }>(`select id from application where ${where}`);
  return rows.map(({ id }) => id);
}

/** Whole but for the press on 申請する; their files are rows without content, which nobody opens here. */
async function draftsWithFiles(database: Client, count: number): Promise<readonly ReadyDraft[]> {
  const people = await makePeople(database, count);
  const drafts = await makeDrafts(database, people, 'jitan-9', {}, count);
  const names = Object.keys(jitanAnswers('')['documents'] ?? {});
  const filled = drafts.map(({ id }, index) => {
    const files = names.map((name) => ({ id: randomUUID(), draft: id, name }));
    const documents = Object.fromEntries(files.map((file) => [file.name, [file.id]]));
    return { id, files, answers: { ...jitanAnswers(`並行亭${index}号店`), documents } };
  });
  await database.query(
    `insert into attachment (id, draft_id, field, name, media_type, bytes, sha256)
     select f.id, f.draft, 'documents.' || f.name, f.name || '.pdf', 'application/pdf', 1000, repeat('0', 64)
     from jsonb_to_recordset($1::jsonb) as f(id uuid, draft uuid, name text)`,
    [JSON.stringify(filled.flatMap(({ files }) => files))],
  );
  await database.query(
    `update draft d set answers = f.answers from jsonb_to_recordset($1::jsonb) as f(id uuid, answers jsonb)
     where d.id = f.id`,
    [JSON.stringify(filled.map(({ id, answers }) => ({ id, answers })))],
  );
  return drafts;
}

/** What everybody else waited for, in milliseconds by kind, and how long this went on. */
interface Waited {
  readonly ms: number;
  readonly latencies: ReadonlyMap<string, readonly number[]>;
}

/** Says whether the others go on for another turn of so many seconds, before each. */
type GoesOn = () => Promise<number>;

const once = (length: number): GoesOn => {
  let left = length;
  return () => {
    const turn = left;
    left = 0;
    return Promise.resolve(turn);
  };
};
const while_ =
  (goesOn: () => Promise<boolean>): GoesOn =>
  async () =>
    (await goesOn()) ? 2 : 0;

async function others(world: World, goesOn: GoesOn): Promise<Waited> {
  const latencies = new Map<string, number[]>();
  const started = performance.now();
  const timed = async (kind: string, planned: number, sent: Sent): Promise<Received | null> => {
    const answer = await world.client.send(sent).catch(() => null);
    latencies.set(kind, [...(latencies.get(kind) ?? []), performance.now() - planned]);
    return answer;
  };
  let index = 0;
  const open = (_: number, planned: number): Promise<unknown> => {
    const id = world.cases[index++ % world.cases.length] ?? '';
    return timed('a case opened', planned, get(`/api/desk/applications/${id}`, world.official));
  };
  const list = (_: number, planned: number): Promise<unknown> =>
    timed('a queue', planned, get('/api/desk/applications?queue=unassigned', world.official));
  const submit = async (_: number, planned: number): Promise<void> => {
    const draft = world.drafts.pop();
    if (!draft) return;
    const answer = await timed('an application submitted', planned, {
      method: 'POST',
      path: `/api/drafts/${draft.id}/submit`,
      token: draft.owner.token,
      body: { revision: 0 },
    });
    world.submitted += 1;
    if (answer?.status !== 201) {
      world.failed += 1;
      console.error(answer?.body.slice(0, 600));
    }
  };
  for (let turn = await goesOn(); turn > 0; turn = await goesOn()) {
    const during = (perSecond: number, act: (n: number, planned: number) => Promise<unknown>) =>
      arrivals(turn * perSecond, 1_000 / perSecond, async (n, planned) => void (await act(n, planned)));
    await Promise.all([
      during(opensASecond, open),
      during(listsASecond, list),
      during(submitsASecond, submit),
    ]);
  }
  return { ms: performance.now() - started, latencies };
}

const get = (path: string, token: string): Sent => ({ method: 'GET', path, token });

function compared(when: string, { latencies }: Waited, alone: Waited): readonly Measure[] {
  return [...latencies].map(([kind, values]): Measure => {
    const [p95, before] = [percentile(values, 0.95), percentile(alone.latencies.get(kind) ?? [], 0.95)];
    return {
      measure: `many at once, ${when}: ${kind}`,
      subject: 'p95',
      value: p95,
      unit: 'ms',
      ratio: p95 / before,
      more: {
        alone_ms: before,
        p50_ms: percentile(values, 0.5),
        worst_ms: Math.max(...values),
        count: values.length,
      },
      ...atMost(p95, slowestMs, 'ms'),
    };
  });
}
