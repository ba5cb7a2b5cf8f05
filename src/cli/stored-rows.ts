import { Client } from 'pg';
import type { Answers, StoredItem, WorkflowState } from '#engine';
import { AskedWrongly } from './command.js';
import { openDatabase } from './open-database.js';

/** The version whose rows are wanted: by the hash under which it was published, and by the one that plans use. */
export interface WantedVersion {
  readonly procedureId: string;
  readonly publishedHash: string;
  readonly contentHash: string;
}

export interface StoredRows {
  /** Open drafts and applications of that version. */
  readonly total: number;
  /** Open ones of the same procedure under other versions, which are not among them. */
  readonly elsewhere: number;
  readonly items: AsyncIterable<StoredItem>;
}

/** Rows fetched at a time. */
const PAGE = 500;
const START = '00000000-0000-0000-0000-000000000000';

const OPEN = `
  select version_hash from draft where procedure_id = $1 and kind = 'application' and state = 'open'
  union all select version_hash from application where procedure_id = $1 and open`;
const DRAFTS = `
  select id, answers from draft
  where procedure_id = $1 and version_hash = $2 and kind = 'application' and state = 'open' and id > $3
  order by id limit ${PAGE}`;
const APPLICATIONS = `
  select a.id, s.answers, a.state, (a.submitted_at at time zone 'Asia/Tokyo')::date::text as submitted_on
  from application a join submission s on s.application_id = a.id and s.n = a.submission_count
  where a.procedure_id = $1 and a.version_hash = $2 and a.open and a.id > $3
  order by a.id limit ${PAGE}`;

/** What the database of this installation holds. */
export async function withStoredRows<T>(
  wanted: WantedVersion,
  read: (rows: StoredRows) => Promise<T>,
): Promise<T> {
  const database = await openDatabase();
  try {
    return await readStoredRows(database.url, wanted, read);
  } finally {
    await database.close();
  }
}

/**
 * The rows as of one moment, page by page. Nothing is written. A draft that answers a correction is not among them: it
 * goes where its application goes.
 */
export async function readStoredRows<T>(
  url: string,
  wanted: WantedVersion,
  read: (rows: StoredRows) => Promise<T>,
): Promise<T> {
  const client = new Client({
    connectionString: url,
    application_name: 'tetsuzuki diff',
    statement_timeout: 120_000,
  });
  try {
    await client.connect();
    await client.query('begin transaction isolation level repeatable read read only');
    const { total, elsewhere } = await countOpen(client, wanted);
    return await read({ total, elsewhere, items: openItems(client, wanted) });
  } finally {
    await client.end();
  }
}

async function countOpen(
  client: Client,
  { procedureId, publishedHash }: WantedVersion,
): Promise<{ readonly total: number; readonly elsewhere: number }> {
  const { rows: found } = await client.query<{ known: string | null }>(
    "select to_regclass('draft') as known",
  );
  if (!found[0]?.known) {
    throw new AskedWrongly([
      'このデータベースには、まだ何もありません。DATABASE_URL（または DATA_DIR）を確かめてください。',
      'This database holds nothing yet. Check DATABASE_URL (or DATA_DIR).',
    ]);
  }
  const { rows } = await client.query<{ total: number; elsewhere: number }>(
    `select count(*) filter (where version_hash = $2)::int as total,
       count(*) filter (where version_hash <> $2)::int as elsewhere from (${OPEN}) as item`,
    [procedureId, publishedHash],
  );
  return rows[0] ?? { total: 0, elsewhere: 0 };
}

interface Row {
  readonly id: string;
  readonly answers: Answers;
}

interface ApplicationRow extends Row {
  readonly state: WorkflowState;
  readonly submitted_on: string;
}

async function* openItems(client: Client, wanted: WantedVersion): AsyncGenerator<StoredItem> {
  const version = wanted.contentHash;
  for await (const { id, answers } of pages<Row>(client, DRAFTS, wanted))
    yield { id, kind: 'draft', version, answers };
  for await (const { id, answers, state, submitted_on } of pages<ApplicationRow>(
    client,
    APPLICATIONS,
    wanted,
  ))
    yield { id, kind: 'application', version, answers, state, submittedOn: submitted_on };
}

async function* pages<T extends Row>(
  client: Client,
  statement: string,
  { procedureId, publishedHash }: WantedVersion,
): AsyncGenerator<T> {
  let last = START;
  for (;;) {
    const { rows } = await client.query<T>(statement, [procedureId, publishedHash, last]);
    yield* rows;
    const end = rows.at(-1);
    if (!end || rows.length < PAGE) return;
    last = end.id;
  }
}
