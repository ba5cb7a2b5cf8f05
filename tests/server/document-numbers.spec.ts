import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { civilDateInJapan, type IsoDate } from '#engine';
import { takeDocumentNumbers } from '../../src/notices/document-number.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

describe('document numbers', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  beforeAll(async () => {
    database = await createTestDatabase();
    dataSource = await new DataSource({ type: 'postgres', url: database.url, poolSize: 10 }).initialize();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  const take = (symbol: string, on: IsoDate, fails = false) =>
    dataSource
      .transaction(async (tx) => {
        const [number = ''] = await takeDocumentNumbers(tx, symbol, on, 1);
        if (fails) throw new Error('rolled back');
        return number;
      })
      .catch(() => null);

  it('have no gap and no double: 200 at once in two departments, a third of them rolled back', async () => {
    const taken = await Promise.all(
      Array.from({ length: 200 }, (_, n) => take(n % 2 === 0 ? '甲' : '乙', '2026-10-01', n % 3 === 0)),
    );
    for (const symbol of ['甲', '乙']) {
      const numbers = taken.filter((number): number is string => number?.startsWith(symbol) === true);
      expect(numbers.length).toBeGreaterThan(60);
      expect(new Set(numbers)).toEqual(new Set(numbers.map((_, n) => `${symbol}第${n + 1}号`)));
    }
  });

  it('are given back when the process that took one is killed', async () => {
    await dataSource
      .transaction(async (tx) => {
        await takeDocumentNumbers(tx, '丙', '2026-10-01', 3);
        const [{ pid }] = await tx.query<[{ pid: number }]>('select pg_backend_pid() as pid');
        await dataSource.query('select pg_terminate_backend($1)', [pid]);
        await tx.query('select 1');
      })
      .catch(() => undefined);
    expect(await take('丙', '2026-10-01')).toBe('丙第1号');
  });

  it('begin anew with the fiscal year, at midnight in Japan', async () => {
    const at = (instant: string) => take('丁', civilDateInJapan(instant));
    expect(await at('2026-03-31T14:59:59Z')).toBe('丁第1号');
    expect(await at('2026-03-31T15:00:00Z')).toBe('丁第1号');
    expect(await at('2026-03-31T15:00:01Z')).toBe('丁第2号');
    expect(await at('2026-03-31T14:59:58Z')).toBe('丁第2号');
  });
});
