import type { Client } from 'pg';
import { columnsFor } from '../../src/applications/queues.queries.js';

/** Something that an official waits for. */
export interface DeskTask {
  readonly name: string;
  /** @param n round @returns how many rows the answer shows, and what reads them by their keys with bare SQL */
  readonly run: (n: number) => Promise<Answer>;
}

export interface Answer {
  readonly rows: number;
  readonly byKey: () => Promise<unknown>;
}

export interface DeskTasks {
  readonly tasks: readonly DeskTask[];
  /** The least that a signed-in official can ask: HTTP, session and nothing else. */
  readonly bareRequest: () => Promise<unknown>;
}

interface Drawn {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  /** As search keeps them: shop, name, reading of the name, reading of the shop, address, telephone number. */
  readonly lines: readonly string[];
}

const queues = [
  'unassigned',
  'mine',
  'team',
  'returned',
  'messages',
  'due-soon',
  'overdue',
  'on-hold',
  'all-open',
  'stage:jitan-9:first_review',
];

/** So many applications are asked for in turn. */
export const drawnRows = 100;

interface Page {
  readonly rows: readonly { readonly id: string }[];
  readonly next: string | null;
}

/** @param address of the server whose data `database` holds */
export async function deskTasks(address: string, cookie: string, database: Client): Promise<DeskTasks> {
  const get = async <T>(path: string, body?: object): Promise<T> => {
    const answer = await fetch(`${address}/api/${path}`, {
      headers: { cookie, ...(body && { origin: address, 'content-type': 'application/json' }) },
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    });
    const got = (await answer.json()) as T;
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${JSON.stringify(got)}`);
    return got;
  };
  const ask = <T>(path: string, body?: object): Promise<T> => get(`desk/${path}`, body);
  const any = drawer(await draw(database, 'true'));
  const waiting = drawer(await draw(database, 'a.open'));
  const { rows: officials } = await database.query<{ id: string }>(
    `select id from staff where login = 'bench-1'`,
  );
  const me = officials[0]?.id;

  /** The same columns through the same joins, of rows that are known. */
  const rowsByKey = (ids: readonly string[]): Answer => ({
    rows: ids.length,
    byKey: () =>
      database.query({
        name: 'rows_by_key',
        text: `select ${columnsFor('$2')} from application a left join staff s on s.id = a.assignee_id where a.id = any($1)`,
        values: [ids, me],
      }),
  });
  const page = async (path: string): Promise<Answer> =>
    rowsByKey((await ask<Page>(path)).rows.map(({ id }) => id));
  const find = (text: string): string => `search?q=${encodeURIComponent(text)}`;
  const turned = async (path: string, pages: number): Promise<string> => {
    let at = path;
    for (let turn = 0; turn < pages; turn++) {
      const { next } = await ask<Page>(at);
      if (next === null) break;
      at = `${path}&cursor=${encodeURIComponent(next)}`;
    }
    return at;
  };
  const opened = async (id: string): Promise<Answer> => {
    await ask(`applications/${id}`);
    return { rows: 1, byKey: () => database.query(caseByKey, [id]) };
  };
  const related = async (id: string): Promise<Answer> => {
    const { applications } = await ask<{ applications: Page['rows'] }>(`applications/${id}/related`);
    const ids = applications.map((one) => one.id);
    return {
      rows: ids.length,
      byKey: () =>
        database.query(
          `select id, number, version_hash, subject, applicant_name, stage, submitted_at from application where id = any($1)`,
          [ids],
        ),
    };
  };
  const batch = await ask<{ id: string }>('batches', {
    place: { queue: 'unassigned', sort: 'due', only: [] },
  });
  const { rows: inBatch } = await database.query<{ id: string }>(
    'select application_id as id from batch_row where batch_id = $1',
    [batch.id],
  );
  const offered = async (): Promise<Answer> => {
    await ask(`batches/${batch.id}/offer`);
    return {
      rows: inBatch.length,
      byKey: () =>
        database.query(
          'select procedure_id, version_hash, stage, stage_roles from application where id = any($1)',
          [inBatch.map(({ id }) => id)],
        ),
    };
  };
  const fiftyOpen = Array.from({ length: 50 }, (_, n) => waiting(n).id);

  const searches: Readonly<Record<string, (n: number) => string>> = {
    name: (n) => any(n).name,
    reading: (n) => hiragana(any(n).lines[2] ?? ''),
    'part of a name': (n) => any(n).lines[1]?.slice(1, 4) ?? '',
    'most common family name': () => '佐藤',
    'a kanji': () => '林',
    'name in another spelling': (n) => (n % 2 === 0 ? '高橋 花子' : '広瀬'),
    'rare name': (n) => ['薬袋 獅子丸', '勘解由小路', '十河 芽依'][n % 3] ?? '',
    'name that nobody has': () => '佐小路 郎太',
    'telephone number': (n) => any(n).lines[5] ?? '',
    'end of a telephone number': (n) => any(n).lines[5]?.slice(-4) ?? '',
    address: (n) => any(n).lines[4] ?? '',
    'shop and town': (n) => `${any(n).lines[0] ?? ''} ${any(n).lines[4]?.slice(0, 6) ?? ''}`,
    number: (n) => any(n).number,
    'listed answer, common': () => '市町村：大阪市',
    'listed answer, rare': () => '市町村：能勢町',
    'listed answer, of few': (n) => `許可番号：27${any(n).lines[5]?.slice(4) ?? ''}`,
  };
  const stage = 'applications?queue=stage:jitan-9:first_review';
  const byAmount = `${stage}&sort=field:sales.payable:down&columns=sales.payable,store.city`;
  const places: Readonly<Record<string, string>> = {
    ...Object.fromEntries(queues.map((queue) => [`queue ${queue}`, `applications?queue=${queue}`])),
    'queue, newest first': 'applications?queue=all-open&sort=newest',
    'queue, page 20': await turned('applications?queue=all-open&sort=arrived', 20),
    'queue by a listed answer': byAmount,
    'queue by a listed answer, page 10': await turned(byAmount, 10),
    'search, page 20': await turned(find('佐藤'), 20),
  };
  return {
    bareRequest: () => get('session'),
    tasks: [
      ...Object.entries(places).map(([name, path]) => ({ name, run: () => page(path) })),
      {
        name: 'counts',
        run: async () => {
          await ask('queues');
          return rowsByKey(fiftyOpen);
        },
      },
      ...Object.entries(searches).map(([what, text]) => ({
        name: `search: ${what}`,
        run: (n: number) => page(find(text(n))),
      })),
      { name: 'open a case', run: (n) => opened(any(n).id) },
      { name: 'open the next case', run: (n) => opened(waiting(n).id) },
      { name: 'related applications', run: (n) => related(any(n).id) },
      { name: 'offer of a batch', run: offered },
    ],
  };
}

const caseByKey = `select a.*, s.answers, (
    select jsonb_agg(e order by e.seq) from application_event e where e.application_id = a.id)
  from application a join submission s on s.application_id = a.id and s.n = a.submission_count where a.id = $1`;

/** Applications from all over the table, without reading millions. */
async function draw(database: Client, where: string): Promise<readonly Drawn[]> {
  const { rows: sizes } = await database.query<{ all: string; open: string }>(
    `select reltuples as all, (select count(*) from application where open) as open from pg_class where oid = 'application'::regclass`,
  );
  const share = where === 'true' ? Math.min(100, (100 * 5_000) / Number(sizes[0]?.all ?? 1)) : 100;
  const { rows } = await database.query<Drawn>(
    `select a.id, a.number, a.applicant_name as name, string_to_array(s.words, E'\\n') as lines
     from application a ${share < 100 ? `tablesample system (${share}) repeatable (7)` : ''}
     join application_search s on s.application_id = a.id
     where ${where} order by md5(a.id::text) limit ${drawnRows}`,
  );
  return rows;
}

function drawer(rows: readonly Drawn[]): (n: number) => Drawn {
  return (n) => {
    const row = rows[n % rows.length];
    if (!row) throw new Error('Nothing was stored.');
    return row;
  };
}

function hiragana(katakana: string): string {
  return katakana.replace(/[\u30a1-\u30f6]/gu, (kana) =>
    String.fromCodePoint((kana.codePointAt(0) ?? 0) - 0x60),
  );
}
