import { Client } from 'pg';
import { makeDrafts, makePeople, type ReadyDraft } from '../bench/people.js';
import { eventually } from '../support/eventually.js';
import { Chance } from './chance.js';
import { startCrashingWorld } from './crashing-world.js';
import { judge } from './invariants.js';
import { oweBatch } from './owed-batch.js';
import { type Ledger, SubmittingClient } from './submitting-client.js';

const clients = 8;
/** As WORKER_CONCURRENCY has it when it is not set. */
const jobsAtOnce = 5;
/** What goes to one person goes in order: one line for all would hold everything up at each kill. */
const draftsOfOne = 2;
/** Further kills of a batch once all is submitted; then the rest of it finds its end in peace. */
const killsOf = (batch: number): number => Math.max(2, Math.ceil(batch / 200));

export interface CrashRun {
  readonly submissions: number;
  /** Mails, and as many numbered documents, that are owed at once beside them, while servers are killed. */
  readonly batch: number;
  /** Jobs wait in Redis, which stays; otherwise they wait in the database that is killed. */
  readonly redis: boolean;
  /** The same seed makes the same choices. */
  readonly seed: number;
  /** Longest time to wait, when all is submitted, for the last mail, in milliseconds. */
  readonly patience: number;
  readonly tell: (line: string) => void;
}

export interface CrashReport {
  readonly violations: readonly string[];
  readonly serverKills: number;
  readonly databaseKills: number;
  readonly figures: Readonly<Record<string, number>>;
}

/** Eight applicants submit while server and database are killed; then everything that is left is looked at. */
export async function runCrashes({
  submissions,
  batch,
  redis,
  seed,
  patience,
  tell,
}: CrashRun): Promise<CrashReport> {
  const world = await startCrashingWorld(redis);
  try {
    const chance = new Chance(seed);
    const drafts = await prepare(world.databaseUrl, submissions);
    const ledger: Ledger = { acknowledged: [], violations: [], retries: 0 };
    const progress = (): number => ledger.acknowledged.length;
    const seconds = stopwatch();
    const telling = setInterval(() => {
      tell(
        `${seconds()} s: ${progress()} submitted, ${JSON.stringify(world.faults)}, ${world.sink.copies.size} mails`,
      );
    }, 10_000);
    try {
      const enough = new AbortController();
      // A server dies after a share of the work at the latest, so that a short run sees kills, too.
      const mostPerLife = Math.max(40, Math.ceil((submissions + batch) / 6));
      let submittedAfter = 0;
      const underWay = async (): Promise<void> => {
        const owing = oweBatch(world.databaseUrl, batch);
        try {
          await submitAll(world.url, drafts, ledger, seed);
          submittedAfter = seconds();
          const killed = world.faults.server;
          const hitEnough = (): true | undefined =>
            world.faults.server - killed >= killsOf(batch) || undefined;
          await Promise.race([owing, eventually('The batch was hit', hitEnough, 15 * 60_000)]);
        } finally {
          enough.abort();
        }
        await owing;
      };
      await Promise.all([
        world.kill(chance, () => progress() + world.sink.copies.size, mostPerLife, enough.signal),
        underWay(),
      ]);
      await everythingSentOrStuck(world.databaseUrl, patience);
      const { server, database } = world.faults;
      const verdict = await judge({
        databaseUrl: world.databaseUrl,
        dataDir: world.dataDir,
        acknowledged: ledger.acknowledged,
        copies: world.sink.copies,
        firstTaken: world.sink.firstTaken,
        faults: server + database,
        jobsAtOnce,
        requestsAtOnce: clients,
      });
      return {
        violations: [...ledger.violations, ...verdict.violations],
        serverKills: server,
        databaseKills: database,
        figures: {
          seed,
          submitted: progress(),
          serverKills: server,
          databaseKills: database,
          retries: ledger.retries,
          submittedAfterSeconds: submittedAfter,
          allSentAfterSeconds: seconds(),
          ...verdict.figures,
        },
      };
    } finally {
      clearInterval(telling);
    }
  } finally {
    await world.stop();
  }
}

async function prepare(databaseUrl: string, submissions: number): Promise<readonly ReadyDraft[]> {
  const database = new Client({ connectionString: databaseUrl });
  await database.connect();
  try {
    const owners = await makePeople(database, Math.ceil(submissions / draftsOfOne));
    const answers = { shop: { name: '' } };
    const mail = await makeDrafts(database, owners, 'fault-mail', answers, submissions);
    const paper = await makeDrafts(database, owners, 'fault-paper', answers, submissions);
    // One in ten gets a document beside the mail.
    return mail.map((draft, index) => (index % 10 === 0 ? (paper[index] ?? draft) : draft));
  } finally {
    await database.end();
  }
}

async function submitAll(
  url: string,
  drafts: readonly ReadyDraft[],
  ledger: Ledger,
  seed: number,
): Promise<void> {
  const waiting = drafts.entries();
  // Each client has its own chances, so that their luck does not depend on who comes first.
  const work = async (index: number): Promise<void> => {
    const client = new SubmittingClient(url, new Chance(seed + index + 1), ledger);
    for (const [n, draft] of waiting) await client.submit(draft, `店${n}`);
  };
  await Promise.all(Array.from({ length: clients }, (_, index) => work(index)));
}

/** Until nothing is owed any more. What stays is for the verdict to name. */
async function everythingSentOrStuck(databaseUrl: string, patience: number): Promise<void> {
  const database = new Client({ connectionString: databaseUrl });
  await database.connect();
  try {
    const settled = async (): Promise<true | undefined> => {
      const { rows } = await database.query(
        `select 1 from notice where state = 'queued' union all select 1 from message_mail where state = 'queued' limit 1`,
      );
      return rows.length === 0 || undefined;
    };
    await eventually('Every notice is sent or issued', settled, patience).catch(() => undefined);
  } finally {
    await database.end();
  }
}

function stopwatch(): () => number {
  const started = performance.now();
  return () => Math.round((performance.now() - started) / 1_000);
}
