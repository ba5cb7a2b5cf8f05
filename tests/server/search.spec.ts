import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { searchKey, searchWords } from '#engine';
import { blocksBack } from '../../src/applications/blocks-back.js';
import { listedPairs } from '../../src/applications/listed-answers.js';
import { LookBack } from '../../src/applications/look-back.js';
import type { Cursor, Queue, QueueAsker } from '../../src/applications/queue.js';
import { type QueueRecord, QueuesQueries } from '../../src/applications/queues.queries.js';
import { chooseGrams, gramsOf, listedGrams } from '../../src/applications/search-grams.js';
import { searchPairs } from '../../src/applications/search-pairs.js';
import { SearchQueries } from '../../src/applications/search.queries.js';
import { createDataSource } from '../../src/database/data-source.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

describe('what the index of the search is asked for', () => {
  const keys = (...words: string[]) => gramsOf(words).map(({ key }) => key);

  it('is made of pairs of neighbours, and of digits by four', () => {
    expect(keys('山田太郎')).toEqual(['山田', '田太', '太郎']);
    expect(keys('難波12345', '06')).toEqual(['難波', '波1234', '1234', '2345', '06']);
    expect(keys('難波123')).toEqual(['難波', '波123', '12', '23']);
  });

  it('holds a short number with the letter before it, because many houses are 127', () => {
    expect(keys('府中町127')).toEqual(['府中', '中町', '町127', '12', '27']);
    expect(keys('町12345号')).toEqual(['町1234', '1234', '2345', '5号']);
    expect(keys('127')).toEqual(['12', '27']);
  });

  it('of an answer to a listed question goes behind its question', () => {
    const keysIn = (answer: string) => listedGrams('permit.no', answer).map(({ key }) => key);
    expect(keysIn('府27123')).toEqual(['permit.no/府2', 'permit.no/2712', 'permit.no/7123']);
    expect(keysIn('北')).toEqual(['permit.no/北']);
  });

  it('holds a kanji that stands alone, and no other single character', () => {
    expect(keys('林')).toEqual(['林']);
    expect(keys('𠀋')).toEqual(['𠀋']);
    expect(keys('ア', '1', '太郎')).toEqual(['太郎']);
  });

  const chosen = (text: string, marks: Readonly<Record<string, string>>) => {
    const grams = gramsOf(searchWords(text));
    return chooseGrams(
      grams,
      grams.map(({ key }) => marks[key] ?? '11111111'),
    );
  };

  it('is the rarest part, and one that other rows have', () => {
    const marks = { 泉佐: '11000000', 野市: '11000001', 町1: '10010000', 27: '00100000' };
    expect(chosen('泉佐野市町1 27', marks).keys).toEqual(['27', '泉佐', '町1']);
    expect(chosen('泉佐野市町1', { ...marks, 佐野: '11000000' }).keys).toEqual(['泉佐', '町1']);
  });

  it('is several parts that share little where nothing is known of them', () => {
    const unknown = (text: string): readonly string[] => {
      const grams = gramsOf([text]);
      return chooseGrams(
        grams,
        grams.map(() => '00000000'),
      ).keys;
    };
    expect(unknown('0612345678')).toEqual(['0612', '3456', '5678']);
    expect(unknown('山田太郎')).toEqual(['山田', '太郎']);
  });

  it('shares no character with another', () => {
    expect(chosen('鈴木一樹', { 鈴木: '11000000', 木一: '00000000', 一樹: '10010000' }).keys).toEqual([
      '木一',
    ]);
  });

  it('is not what nearly all have, unless there is nothing else', () => {
    expect(chosen('大阪 太郎', { 太郎: '10100000' }).keys).toEqual(['太郎']);
    expect(chosen('大阪', {}).keys).toEqual(['大阪']);
  });

  it('tells about how much of all will fit', () => {
    const { share } = chosen('鈴木 太郎', { 鈴木: '11000000', 太郎: '10010000' });
    expect(share).toBeCloseTo((2.5 / 9) * (1.5 / 3));
  });
});

describe('the way back', () => {
  const hours = (n: number) => n * 3_600_000;

  it('goes in blocks that touch and grow, to the oldest', () => {
    const from = new Date('2026-11-22T05:00:00Z');
    const oldest = new Date('2022-10-01T00:00:00Z');
    const blocks = blocksBack(from, oldest, hours(6));
    let before = new Date('2026-11-22T06:00:00Z').getTime();
    for (const { level, number, before: told } of blocks) {
      expect(told.getTime()).toBe(before);
      const start = number * 4 ** level * hours(6);
      // At least half of it is new.
      expect(before - start).toBeGreaterThanOrEqual((4 ** level * hours(6)) / 2);
      before = start;
    }
    expect(before).toBeLessThanOrEqual(oldest.getTime());
    expect(blocks.length).toBeLessThan(20);
  });

  it('begins with years where next to nothing is expected', () => {
    const blocks = blocksBack(new Date('2026-11-22T05:00:00Z'), new Date('2024-01-01T00:00:00Z'), hours(1e6));
    expect(blocks.length).toBeLessThan(6);
  });
});

/** Always the same numbers, between 0 and 1. */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

interface Row {
  readonly id: string;
  readonly at: string;
  readonly procedure: string;
  readonly stage: string;
  readonly lines: readonly string[];
  readonly city: string;
  /** Of a permit. */
  readonly permit: string;
}

describe('a search among thousands of rows', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let search: SearchQueries;
  let rows: readonly Row[];
  beforeAll(async () => {
    database = await createTestDatabase();
    dataSource = await createDataSource({
      url: database.url,
      poolSize: 2,
      statementTimeoutMs: 60_000,
      lockTimeoutMs: 1_000,
      idleInTransactionTimeoutMs: 10_000,
      applicationName: 'tetsuzuki test',
    }).initialize();
    search = new SearchQueries(dataSource, new LookBack(dataSource));
    rows = generated(4_000);
    await store(dataSource, rows);
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  const everywhere = ['alpha', 'beta', 'rare'];
  const staff = '00000000-0000-7000-8000-0000000000aa';
  /** Page after page, as the desk asks. */
  const all = async (ask: (after: Cursor | null) => Promise<QueueRecord[]>): Promise<string[]> => {
    const found: string[] = [];
    for (let after: Cursor | null = null; ;) {
      const page = await ask(after);
      found.push(...page.slice(0, 50).map(({ id }) => id));
      const last = page[49];
      if (page.length < 51 || !last) return found;
      after = [last.arrived_rank, last.id];
    }
  };
  const idsOf = (fits: (row: Row) => boolean): string[] =>
    rows
      .filter(fits)
      .sort((a, b) => (a.at === b.at ? (a.id < b.id ? 1 : -1) : a.at < b.at ? 1 : -1))
      .map(({ id }) => id);

  const texts = [
    '佐藤',
    '高橋 花子',
    '髙橋　はなこ',
    'たかはし',
    'ﾀｶﾊｼ ﾊﾅｺ',
    '薬袋',
    '林',
    '林 ア',
    '濱',
    '渡邊 太郎',
    '藤太',
    '一樹 大阪',
    '大阪市北区梅田1',
    '梅田 12',
    '大阪市中央区難波3-14',
    '梅田2-7',
    '波12',
    '０６−',
    '1234',
    '567',
    '0612',
    '誰もいない名前',
    '佐藤 佐藤',
    '東 南',
  ];

  it.each(texts)(
    'finds by 「%s」 what comparing every row finds, newest first, page after page',
    async (text) => {
      const words = searchWords(text);
      const expected = idsOf((row) => words.every((word) => row.lines.some((line) => line.includes(word))));
      expect(await all((after) => search.search(staff, everywhere, text, after, 51))).toEqual(expected);
    },
  );

  it('finds in the procedures that the asker may see, however few their applications are', async () => {
    const expected = idsOf(
      (row) => row.procedure === 'rare' && row.lines.some((line) => line.includes('佐藤')),
    );
    expect(expected.length).toBeGreaterThan(0);
    expect(await all((after) => search.search(staff, ['rare'], '佐藤', after, 51))).toEqual(expected);
    expect(await search.search(staff, ['none'], '佐藤', null, 51)).toEqual([]);
  });

  it('finds with parts of what is stored, chance by chance', async () => {
    const chance = chances(7);
    const found: [string, number][] = [];
    for (let n = 0; n < 30; n++) {
      const row = rows[Math.floor(chance() * rows.length)];
      const part = (): string => {
        const line = [...(row?.lines[Math.floor(chance() * row.lines.length)] ?? '')];
        const length = 1 + Math.floor(chance() * 6);
        const at = Math.floor(chance() * Math.max(1, line.length - length));
        return line.slice(at, at + length).join('');
      };
      const text = chance() < 0.5 ? part() : `${part()} ${part()}`;
      const words = searchWords(text);
      const expected =
        gramsOf(words).length === 0
          ? []
          : idsOf((one) => words.every((word) => one.lines.some((line) => line.includes(word))));
      const ids = await all((after) => search.search(staff, everywhere, text, after, 51));
      found.push([text, ids.length]);
      expect([text, ids]).toEqual([text, expected]);
    }
    expect(found.filter(([, count]) => count > 50).length).toBeGreaterThan(3);
  });

  it.each(['大阪市', '北', '堺市'])(
    'finds by the answer to a listed question, only in stages: %s',
    async (city) => {
      const fields = [
        { procedureId: 'alpha', field: 'city', stages: ['review', 'paid'] },
        { procedureId: 'beta', field: 'city', stages: ['paid'] },
      ];
      const key = searchKey(city);
      const expected = idsOf(
        (row) =>
          row.city.includes(key) &&
          // A single character is looked for only where it is the whole answer.
          (key.length > 1 || row.city === key) &&
          fields.some((one) => one.procedureId === row.procedure && one.stages.includes(row.stage)),
      );
      expect(await all((after) => search.byAnswer(staff, fields, key, after, 51))).toEqual(expected);
    },
  );

  it('finds by parts of a listed number', async () => {
    const fields = [{ procedureId: 'alpha', field: 'permit', stages: ['review', 'paid'] }];
    const { permit } = rows.find(({ procedure }) => procedure === 'alpha') as Row;
    for (const key of [permit, permit.slice(2, 6), permit.slice(-3), permit.slice(2, 5), '999999999']) {
      const expected = idsOf((row) => row.procedure === 'alpha' && row.permit.includes(key));
      expect([key, await all((after) => search.byAnswer(staff, fields, key, after, 51))]).toEqual([
        key,
        expected,
      ]);
    }
  });

  it('counts in each queue what its pages show', async () => {
    await dataSource.transaction(async (tx) => {
      await tx.query('set local session_replication_role = replica');
      await tx.query(occupied);
    });
    const queues = new QueuesQueries(dataSource);
    const asker = {
      id: staff,
      roles: { alpha: ['first', 'boss'], beta: ['second'] },
      standsInFor: [],
      teams: [['alpha', 'north']],
      colleagues: ['00000000-0000-7000-8000-0000000000bb'],
    } as unknown as QueueAsker;
    const counts = await queues.counts(asker);
    const shown = async (queue: Queue): Promise<number> =>
      (await all((after) => queues.page(asker, { queue, sort: 'arrived', only: [], after }, 51))).length;
    const told = {
      mine: counts.mine,
      team: counts.team,
      unassigned: counts.unassigned,
      returned: counts.returned,
      'due-soon': counts.dueSoon,
      overdue: counts.overdue,
      'on-hold': counts.onHold,
    } as const;
    for (const [kind, count] of Object.entries(told) as [keyof typeof told, number][]) {
      expect(count).toBeGreaterThan(20);
      expect([kind, await shown({ kind })]).toEqual([kind, count]);
    }
    for (const { procedure_id: procedureId, stage, count } of counts.byStage) {
      expect(await shown({ kind: 'stage', procedureId, stage })).toBe(count);
    }
    expect(counts.byStage.map((one) => one.procedure_id).sort()).toEqual(['alpha', 'beta']);
  });

  it('is answered from the one index, and not from all rows', async () => {
    const plan = await dataSource.query<{ 'QUERY PLAN': string }[]>(
      `explain select from application_search where search_keys(pairs, words, listed, procedure_id, submitted_at) @> '{alpha/80/薬袋}'`,
    );
    expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toContain('application_by_keys');
  });
});

/** Open applications wait for one role or for two at once, some assigned, late, returned or on hold. */
const occupied = `
  update application set stage_role = case when nth % 5 > 0 then role end,
    stage_roles = case when nth % 5 > 0 then array[role] else array['boss', 'second'] end,
    team = case when nth % 3 = 0 then 'north' end,
    assignee_id = case nth % 4 when 0 then '00000000-0000-7000-8000-0000000000aa'::uuid
      when 1 then '00000000-0000-7000-8000-0000000000bb'::uuid end,
    due_on = (now() at time zone 'Asia/Tokyo')::date + nth % 23 - 11, returned = nth % 7 = 0, on_hold = nth % 11 = 0
  from (select o.id as nth_id, (row_number() over (order by o.id))::int as nth from application o where o.open) n,
    lateral (select (array['first', 'second', 'boss'])[1 + nth % 3] as role) r
  where application.id = nth_id`;

/** Two years of them, most in the last weeks, in bursts, some at the same moment; one in two hundred of a rare procedure. */
function generated(count: number): readonly Row[] {
  const chance = chances(1);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(chance() ** 2 * from.length)] as T;
  const families = [
    '佐藤/サトウ',
    '髙橋/タカハシ',
    '渡邊/ワタナベ',
    '林/ハヤシ',
    '東/ヒガシ',
    '濱田/ハマダ',
    '薬袋/ミナイ',
  ];
  const givens = ['太郎/タロウ', '花子/ハナコ', '一樹/カズキ', '南/ミナミ', '藤太/トウタ'];
  const towns = ['大阪市北区梅田', '大阪市中央区難波', '堺市堺区中瓦町', '豊能郡能勢町宿野'];
  const newest = Date.parse('2026-11-20T00:00:00Z');
  return Array.from({ length: count }, (_, n) => {
    const [family = '', familyReading = ''] = pick(families).split('/');
    const [given = '', givenReading = ''] = pick(givens).split('/');
    const block = `${1 + Math.floor(chance() * 20)}-${1 + Math.floor(chance() * 30)}`;
    const age =
      Math.floor(chance() ** 3 * 730 * 24) * 3_600_000 +
      (chance() < 0.2 ? 0 : Math.floor(chance() * 3_600_000));
    return {
      id: `00000000-0000-7000-8000-${Math.floor(chance() * 0xffffffff)
        .toString(16)
        .padStart(8, '0')}${n.toString(16).padStart(4, '0')}`,
      at: new Date(newest - age).toISOString(),
      procedure: chance() < 0.005 ? 'rare' : chance() < 0.4 ? 'alpha' : 'beta',
      stage: chance() < 0.3 ? 'review' : 'paid',
      lines: [
        `${family}${given}`,
        `${familyReading}${givenReading}`,
        `${pick(towns)}${block}`,
        `06${Math.floor(chance() * 1e8)
          .toString()
          .padStart(8, '0')}`,
      ].map(searchKey),
      city: searchKey(pick(['大阪市', '堺市', '北', '大阪市北区'])),
      permit: searchKey(`府第${Math.floor(chance() * 1e6)}号`),
    };
  });
}

/** Without the accounts, drafts and versions that such rows belong to: a search looks at none of them. */
async function store(dataSource: DataSource, rows: readonly Row[]): Promise<void> {
  const stored = rows.map(({ lines, city, permit, ...row }) => ({
    ...row,
    words: lines.join('\n'),
    pairs: [...searchPairs(...lines), ...listedPairs('city', city), ...listedPairs('permit', permit)],
    listed: { city, permit },
  }));
  await dataSource.transaction(async (tx) => {
    await tx.query('set local session_replication_role = replica');
    const given = `jsonb_to_recordset($1::jsonb) as r(id uuid, at timestamptz, procedure text, stage text, words text,
      pairs text[], listed jsonb)`;
    await tx.query(
      `insert into application (id, number, procedure_id, version_hash, applicant_id, draft_id, subject, applicant_name,
         stage, stage_roles, open, entered_at, state, submitted_at)
       select id, id::text, procedure, '', id, id, '', '', stage, '{}', stage = 'review', at, '{}', at from ${given}`,
      [JSON.stringify(stored)],
    );
    await tx.query(`insert into procedure (id, current_hash) select unnest($1::text[]), ''`, [
      ['alpha', 'beta', 'rare'],
    ]);
    await tx.query(
      `insert into application_search (application_id, procedure_id, submitted_at, words, pairs, listed)
       select id, procedure, at, words, pairs, listed from ${given}`,
      [JSON.stringify(stored)],
    );
  });
  await dataSource.query('analyze application_search');
}
