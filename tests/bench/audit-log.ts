import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { startEmbeddedPostgres } from '../../src/embedded/start-embedded-postgres.js';
import { eventually } from '../support/eventually.js';
import { atMost, type Measure } from './report.js';
import { mainFile, startProcess } from './server-process.js';

/** Entries of the sealed log, most of them looks at applications, some of them their steps. */
const events = Number(process.env['LOG_ROWS'] ?? 500_000);
const looksPerApplication = 20;

/**
 * `verify-log --database` over a large log and over a tenth of it, beside the bare reading of the same rows: time by the
 * row, and whether more rows take more memory.
 */
export async function benchAuditLog(): Promise<readonly Measure[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tetsuzuki-bench-log-'));
  chmodSync(dataDir, 0o755);
  const postgres = await startEmbeddedPostgres({
    dataDir,
    log: () => undefined,
    searchPath: process.env.PATH,
  });
  const env = { DATABASE_URL: postgres.url, DATA_DIR: join(dataDir, 'house') };
  const start = () => startProcess([mainFile], { ...env, DEMO: 'true' }, '/readyz', 600_000);
  const database = new Client({ connectionString: postgres.url });
  try {
    await (await start()).stop();
    await database.connect();
    const measures: Measure[] = [];
    let small: Verified | null = null;
    for (const wanted of [events / 10, events]) {
      await grow(database, wanted);
      const server = await start();
      await eventually('everything is sealed', () => isSealed(database), 600_000);
      await server.stop();
      await database.query('analyze audit_event, audit_place, application, application_event, submission');
      const bare = await readBare(database);
      const verified = await verify(env);
      const ratio = verified.ms / bare;
      measures.push(
        {
          measure: 'read the log',
          subject: `${verified.events} entries, bare`,
          value: bare,
          unit: 'ms',
        },
        {
          measure: 'read the log',
          subject: 'verify-log --database',
          value: verified.ms,
          unit: 'ms',
          ratio,
          // A small log is read while the program still starts.
          ...(wanted === events && atMost(ratio, 6, 'ratio')),
          more: { applications: verified.applications, peak_mb: verified.peak },
        },
      );
      if (small !== null) {
        const grown = verified.peak / small.peak;
        measures.push({
          measure: 'memory of verify-log',
          subject: 'ten times the entries',
          value: verified.peak,
          unit: 'MB',
          ratio: grown,
          ...atMost(grown, 1.3, 'ratio'),
        });
      }
      small = verified;
    }
    return measures;
  } finally {
    await database.end().catch(() => undefined);
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/**
 * The demo's applications with their history and entries again and again, each with looks at it: what is compared of an
 * application are hashes of its content, which are right for a copy, too.
 */
async function grow(database: Client, wanted: number): Promise<void> {
  const { rows } = await database.query<{ there: string; made: string; applications: string }>(
    `select (select count(*) from audit_event) as there, count(*) filter (where number like 'X-%') as made,
       count(*) filter (where number not like 'X-%') as applications from application`,
  );
  const { there, made, applications } = rows[0] ?? { there: 0, made: 0, applications: 1 };
  const perApplication = looksPerApplication + 3;
  const times = Math.ceil((wanted - Number(there)) / perApplication / Number(applications));
  if (times <= 0) return;
  const from = Math.round(Number(made) / Number(applications));
  await database.query('begin');
  // Neither keys of other tables nor triggers are looked at: what is written here fits.
  await database.query('set local session_replication_role = replica');
  await database.query(
    `create temporary table copied on commit drop as
       select a.id, gen_random_uuid() as copy, a.number, n from application a, generate_series($1::int, $2::int) n
       where a.number not like 'X-%'`,
    [from, from + times - 1],
  );
  await copyRows(
    database,
    'application',
    'id',
    `'id', c.copy, 'draft_id', c.copy, 'once_key', null, 'number', 'X-' || c.n || c.number`,
  );
  await copyRows(
    database,
    'submission',
    'application_id',
    `'application_id', c.copy, 'draft_id', gen_random_uuid()`,
  );
  await copyRows(database, 'application_event', 'application_id', `'application_id', c.copy`);
  for (const sql of entries) await database.query(sql);
  await database.query('commit');
}

/** Rows again for each copy, with other values where `changed` names them. */
async function copyRows(database: Client, table: string, key: string, changed: string): Promise<void> {
  const { rows } = await database.query<{ names: string }>(
    `select string_agg(quote_ident(column_name), ', ') as names from information_schema.columns
     where table_name = $1 and is_generated = 'NEVER'`,
    [table],
  );
  const names = rows[0]?.names ?? '';
  await database.query(
    `insert into ${table} (${names}) select ${names} from (
       select (jsonb_populate_record(t, jsonb_build_object(${changed}))).*
       from copied c join ${table} t on t.${key} = c.id) as copies`,
  );
}

const entries = [
  // Its own steps, in the order of their ids; then the looks.
  `insert into audit_event (id, body)
   select new::uuid, replace(replace(body, id::text, new), old::text, copy::text) from (
     select e.id, e.body, c.id as old, c.copy, lpad(to_hex(row_number() over (order by e.id)), 8, '0') || substr(gen_random_uuid()::text, 9) as new
     from copied c join audit_event e on e.body::jsonb #>> '{subject,id}' = c.id::text
       and e.body::jsonb ->> 'action' in ('application.submit', 'application.advance')
   ) as steps(id, body, old, copy, new)`,
  `insert into audit_event (id, body)
   select id, '{"action":"read","actor":{"id":"018f0000-0000-7000-8000-000000000001","kind":"staff"},"after":null,'
     || '"at":"2026-04-01T00:00:00.000Z","before":null,"detail":{"route":"/api/desk/applications/:id"},"id":"' || id
     || '","subject":{"id":"' || copy || '","kind":"application"}}'
   from (select gen_random_uuid() as id, copy from copied, generate_series(1, ${looksPerApplication})) as looks`,
];

async function isSealed(database: Client): Promise<true | undefined> {
  const { rows } = await database.query<{ left: string }>(
    'select (select count(*) from audit_event) - (select count(*) from audit_place) as left',
  );
  return Number(rows[0]?.left) < 1_000 || undefined;
}

/** What any reader of the log must fetch, and nothing done with it. */
async function readBare(database: Client): Promise<number> {
  const started = performance.now();
  for (let [seal, pos] = [0, 0]; ;) {
    const { rows } = await database.query<{ seal: number; pos: number }>(
      `select e.body, p.seal, p.pos, p.leaf from audit_place p join audit_event e on e.id = p.event_id
       where (p.seal, p.pos) > ($1, $2) order by p.seal, p.pos limit 5000`,
      [seal, pos],
    );
    const last = rows.at(-1);
    if (!last) return performance.now() - started;
    ({ seal, pos } = last);
  }
}

interface Verified {
  readonly ms: number;
  readonly peak: number;
  readonly events: number;
  readonly applications: number;
}

/** A process of its own, as somebody runs it. */
async function verify(env: Readonly<Record<string, string>>): Promise<Verified> {
  const started = performance.now();
  const told = join(env['DATA_DIR'] ?? '', 'peak');
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      // What could be thrown away is: what is left is what is held.
      '--max-old-space-size=96',
      '--import',
      `data:text/javascript,${tellPeak(told)}`,
      '.config/tetsuzuki.mjs',
      'verify-log',
      '--database',
      '--json',
    ],
    { env: { PATH: process.env.PATH, ...env }, maxBuffer: 64 * 2 ** 20 },
  );
  const report = JSON.parse(stdout) as Verified & { readonly ok: boolean };
  if (!report.ok) throw new Error('The log was found to be changed.');
  return {
    ms: performance.now() - started,
    peak: Number(readFileSync(told, 'utf8')),
    events: report.events,
    applications: report.applications,
  };
}

/** Written when the process ends, in megabytes. */
const tellPeak = (file: string): string =>
  encodeURIComponent(
    `import { writeFileSync } from 'node:fs'; process.on('exit', () => writeFileSync(${JSON.stringify(file)}, String(process.resourceUsage().maxRSS / 1024)));`,
  );
