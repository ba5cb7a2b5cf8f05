import { describe, expect, it } from '@jest/globals';
import { parseTable } from '../../../src/engine/procedure/parse-table.js';

const rowsOf = (csv: string) => parseTable('tables/t.csv', csv).table.rows;
const problemsOf = (csv: string) => parseTable('tables/t.csv', csv).problems;

describe('a table', () => {
  it('has typed columns, and empty cells are null', () => {
    const csv =
      'band,rate:number,floor:number,from:date,open:boolean\nA,0.4,40000,2021-08-01,true\nB,,30000,,false\n';
    expect(parseTable('tables/t.csv', csv)).toEqual({
      problems: [],
      table: {
        lines: [2, 3],
        columns: {
          band: { kind: 'string' },
          rate: { kind: 'number' },
          floor: { kind: 'number' },
          from: { kind: 'date' },
          open: { kind: 'boolean' },
        },
        rows: [
          { band: 'A', rate: 0.4, floor: 40000, from: '2021-08-01', open: true },
          { band: 'B', rate: null, floor: 30000, from: null, open: false },
        ],
      },
    });
  });

  it('may hold commas, quotes and line breaks inside quotes (RFC 4180)', () => {
    expect(rowsOf('a,b\r\n"x,y","he said ""はい"""\r\n"two\nlines",z')).toEqual([
      { a: 'x,y', b: 'he said "はい"' },
      { a: 'two\nlines', b: 'z' },
    ]);
  });

  it('skips blank lines and a byte order mark, and keeps leading zeros of a text', () => {
    expect(rowsOf('\uFEFFcode\n0158\n\n')).toEqual([{ code: '0158' }]);
  });

  it.each([
    [
      'a cell of the wrong type',
      'a:number\n12円',
      {
        path: 'tables/t.csv#2',
        code: 'table-cell-type',
        params: { column: 'a', type: 'number', value: '12円' },
      },
    ],
    [
      'a day that does not exist',
      'a:date\n2023-02-29',
      {
        path: 'tables/t.csv#2',
        code: 'table-cell-type',
        params: { column: 'a', type: 'date', value: '2023-02-29' },
      },
    ],
    [
      'a row that is too short',
      'a,b\n1,2\n3',
      { path: 'tables/t.csv#3', code: 'table-row-length', params: { expected: 2, actual: 1 } },
    ],
    ['a quote that is not closed', 'a\n"x', { path: 'tables/t.csv#2', code: 'csv-syntax' }],
    [
      'two columns of one name',
      'a,a\n1,2',
      { path: 'tables/t.csv#1', code: 'duplicate-column', params: { name: 'a' } },
    ],
    [
      'a column that cannot be named',
      'a b\n1',
      { path: 'tables/t.csv#1', code: 'unsafe-name', params: { name: 'a b' } },
    ],
    [
      'a type that does not exist',
      'a:money\n1',
      {
        path: 'tables/t.csv#1',
        code: 'unknown-column-type',
        params: { name: 'a', type: 'money', known: 'string, number, boolean, date' },
      },
    ],
    ['no header', '', { path: 'tables/t.csv', code: 'table-empty' }],
  ])('reports %s', (_what, csv, expected) => {
    expect(problemsOf(csv)).toContainEqual({ level: 'error', ...expected });
  });

  it('reads no line of a table that is too wide', () => {
    const names = Array.from({ length: 51 }, (_, column) => `c${column}`);
    const { table, problems } = parseTable('tables/t.csv', `${names.join(',')}\n1\n`);
    expect(problems.map(({ code, params }) => [code, params])).toEqual([['table-too-wide', { limit: 50 }]]);
    expect([table.rows, Object.keys(table.columns)]).toEqual([[], names.slice(0, 50)]);
  });

  it('counts lines inside quotes, so that later problems point to the right line', () => {
    expect(problemsOf('a:string,b:number\n"x\ny",1\nz,q')).toMatchObject([{ path: 'tables/t.csv#4' }]);
  });
});
