import type { Client } from 'pg';

/** Something that an official waits for. */
export interface DeskTask {
  readonly name: string;
  /** The bare reading by key that it is compared with; null for those themselves. */
  readonly key: string | null;
  /** @param n round */
  readonly run: (n: number) => Promise<unknown>;
}

interface Drawn {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  /** As search keeps them: shop, name, reading of the name, reading of the shop, address, telephone number. */
  readonly lines: readonly string[];
}

const listKey = '50 rows by key';
const caseKey = 'case by key';
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

/** @param address of the server whose data `database` holds */
export async function deskTasks(
  address: string,
  cookie: string,
  database: Client,
): Promise<readonly DeskTask[]> {
  const ask = async <T>(path: string, body?: object): Promise<T> => {
    const answer = await fetch(`${address}/api/desk/${path}`, {
      headers: { cookie, ...(body && { origin: address, 'content-type': 'application/json' }) },
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    });
    const got = (await answer.json()) as T;
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${JSON.stringify(got)}`);
    return got;
  };
  const any = drawer(await draw(database, 'true'));
  const waiting = drawer(await draw(database, 'a.open'));
  const search = (q: string): Promise<unknown> => ask(`search?q=${encodeURIComponent(q)}`);
  const searches: Readonly<Record<string, (n: number) => string>> = {
    name: (n) => any(n).name,
    reading: (n) => hiragana(any(n).lines[2] ?? ''),
    'part of a name': (n) => any(n).lines[1]?.slice(1, 4) ?? '',
    'most common family name': () => '佐藤',
    'name in another spelling': (n) => (n % 2 === 0 ? '高橋 花子' : '広瀬'),
    'rare name': (n) => ['薬袋 獅子丸', '勘解由小路', '十河 芽依'][n % 3] ?? '',
    'name that nobody has': () => '佐小路 郎太',
    'telephone number': (n) => any(n).lines[5] ?? '',
    'end of a telephone number': (n) => any(n).lines[5]?.slice(-4) ?? '',
    address: (n) => any(n).lines[4] ?? '',
    'shop and town': (n) => `${any(n).lines[0] ?? ''} ${any(n).lines[4]?.slice(0, 6) ?? ''}`,
    number: (n) => any(n).number,
  };
  let deep = 'applications?queue=all-open&sort=arrived';
  for (let page = 0; page < 20; page++) {
    const { next } = await ask<{ next: string | null }>(deep);
    if (next === null) break;
    deep = `applications?queue=all-open&sort=arrived&cursor=${next}`;
  }
  const batch = await ask<{ id: string }>('batches', {
    place: { queue: 'unassigned', sort: 'due', only: [] },
  });
  return [
    ...queues.map((queue) => ({
      name: `queue ${queue}`,
      key: listKey,
      run: () => ask(`applications?queue=${queue}`),
    })),
    { name: 'queue, newest first', key: listKey, run: () => ask('applications?queue=all-open&sort=newest') },
    { name: 'queue, page 20', key: listKey, run: () => ask(deep) },
    { name: 'counts', key: listKey, run: () => ask('queues') },
    ...Object.entries(searches).map(([what, text]) => ({
      name: `search: ${what}`,
      key: listKey,
      run: (n: number) => search(text(n)),
    })),
    { name: 'open a case', key: caseKey, run: (n) => ask(`applications/${any(n).id}`) },
    { name: 'open the next case', key: caseKey, run: (n) => ask(`applications/${waiting(n).id}`) },
    { name: 'related applications', key: caseKey, run: (n) => ask(`applications/${any(n).id}/related`) },
    { name: 'offer of a batch', key: listKey, run: () => ask(`batches/${batch.id}/offer`) },
    {
      name: listKey,
      key: null,
      run: (n) =>
        database.query(`select * from application where id = any($1::uuid[])`, [
          Array.from({ length: 50 }, (_, i) => waiting(n + i).id),
        ]),
    },
    {
      name: caseKey,
      key: null,
      run: (n) =>
        database.query(
          `select a.*, s.answers, (select jsonb_agg(e order by e.seq) from application_event e where e.application_id = a.id)
           from application a join submission s on s.application_id = a.id and s.n = a.submission_count where a.id = $1`,
          [any(n).id],
        ),
    },
  ];
}

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
     where ${where} order by md5(a.id::text) limit 300`,
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
