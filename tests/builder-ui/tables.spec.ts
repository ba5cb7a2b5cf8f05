import { describe, expect, it } from '@jest/globals';
import { cursorAt, isChosen, moved } from '../../builder-ui/src/tables/cursor.js';
import {
  asWritten,
  cellsFrom,
  clipboardOf,
  problemsByCell,
  readGrid,
} from '../../builder-ui/src/tables/grid.js';

describe('a table as a grid', () => {
  it('has columns with their types and rows with their lines', () => {
    expect(readGrid('code,rate:number\n"大阪市,北",1\n\n堺市,\n')).toEqual({
      columns: [
        { name: 'code', type: 'string' },
        { name: 'rate', type: 'number' },
      ],
      rows: [
        ['大阪市,北', '1'],
        ['堺市', ''],
      ],
      lines: [2, 4],
    });
  });

  it('takes what a spreadsheet copies, and gives what one takes', () => {
    const cells = [
      ['大阪市', '1,200'],
      ['二行\nある', '"引用"'],
    ];
    expect(cellsFrom('大阪市\t1,200\r\n"二行\nある"\t"""引用"""\r\n')).toEqual(cells);
    expect(cellsFrom(clipboardOf(cells))).toEqual(cells);
    expect(cellsFrom('')).toEqual([['']]);
  });

  it.each([
    ['１，２００円', 'number', '1200'],
    ['約千円', 'number', '約千円'],
    ['2026/4/1', 'date', '2026-04-01'],
    ['2026年12月31日', 'date', '2026-12-31'],
    ['○', 'boolean', 'true'],
    [' 大阪 ', 'string', ' 大阪 '],
  ])('writes %s into a column of %s as %s', (cell, type, written) => {
    expect(asWritten(cell, type)).toBe(written);
  });

  it('shows a problem at its cell', () => {
    const grid = readGrid('code,rate:number\na,1\nb,x\n');
    const problem = { path: 'tables/t.csv#3', code: 'table-cell-type', params: { column: 'rate' } };
    expect([...problemsByCell(grid, 'tables/t.csv', [{ ...problem, level: 'error' }]).keys()]).toEqual([
      '1 rate',
    ]);
  });
});

describe('keys in a grid', () => {
  const bounds = { rows: 10, columns: 3 };
  const press = (key: string, more: { shiftKey?: boolean; ctrlKey?: boolean } = {}) => ({
    key,
    shiftKey: false,
    ctrlKey: false,
    ...more,
  });

  it('move as in a spreadsheet and stop at its edges', () => {
    expect(moved(cursorAt(0, 0), press('ArrowDown'), bounds)).toEqual(cursorAt(1, 0));
    expect(moved(cursorAt(0, 0), press('ArrowLeft'), bounds)).toEqual(cursorAt(0, 0));
    expect(moved(cursorAt(4, 1), press('ArrowDown', { ctrlKey: true }), bounds)).toEqual(cursorAt(9, 1));
    expect(moved(cursorAt(4, 1), press('Home', { ctrlKey: true }), bounds)).toEqual(cursorAt(0, 0));
    expect(moved(cursorAt(4, 1), press('a'), bounds)).toBeNull();
  });

  it('choose a stretch with Shift', () => {
    const cursor = moved(cursorAt(2, 0), press('ArrowRight', { shiftKey: true }), bounds);
    if (!cursor) throw new Error('not moved');
    expect([isChosen(cursor, 2, 0), isChosen(cursor, 2, 1), isChosen(cursor, 3, 1)]).toEqual([
      true,
      true,
      false,
    ]);
  });
});
