import { describe, expect, it } from '@jest/globals';
import { placesNamed } from '../../src/batches/correction-places.js';
import { letterTraits } from '../../src/batches/letter-traits.js';
import { mergeLines } from '../../src/batches/merge-lines.js';
import { readList } from '../../src/batches/read-list.js';
import { shareOut } from '../../src/batches/share-out.js';

describe('a table of applications', () => {
  it.each([
    ['numbers alone', '0009-08-0000001-1\n0009-08-0000002-2\n', ['0009-08-0000001-1', '0009-08-0000002-2']],
    [
      'as a spreadsheet pastes it',
      '番号\t理由\r\n０００９−０８−０００００01−1\tx\r\n',
      ['0009-08-0000001-1'],
    ],
    ['with mark and empty lines', '\u{FEFF}申込番号\n\n 0009-08-0000001-1 \n,,\n', ['0009-08-0000001-1']],
  ])('is read: %s', (_, text, numbers) => {
    expect(readList(text)?.rows.map(({ number }) => number)).toEqual(numbers);
  });

  it('has a column of numbers, or is none', () => {
    expect(readList('店名,理由\n梅田店,x')).toBeNull();
  });
});

describe('lines of the same number', () => {
  const merged = (text: string) => mergeLines(readList(text)?.rows ?? []);

  it('are one application with several things to correct', () => {
    expect(merged('番号,項目,指摘\n1234,口座番号,甲\n5678,,\n1234,名義,乙\n')).toEqual([
      {
        number: '1234',
        points: [
          { field: '口座番号', comment: '甲' },
          { field: '名義', comment: '乙' },
        ],
      },
      { number: '5678' },
    ]);
  });

  it('may not contradict each other, and without anything to correct they are a repetition', () => {
    expect(merged('番号,項目,理由\n1234,口座番号,甲\n1234,名義,乙\n1234,,\n')).toEqual([
      {
        number: '1234',
        reason: '甲',
        points: [{ field: '口座番号' }, { field: '名義' }],
        differs: '理由',
      },
      { number: '1234', repeated: true },
    ]);
  });
});

describe('a question as a table names it', () => {
  const all = [
    { path: '/base/month', label: '基準の年の売上　月', title: '月' },
    { path: '/current/month', label: '今年の売上　月', title: '月' },
    { path: '/bank/no', label: '振込先　口座番号', title: '口座番号' },
  ];
  it.each([
    ['口座番号', ['/bank/no']],
    ['bank.no', ['/bank/no']],
    ['今年の売上：月', ['/current/month']],
    ['月', ['/base/month', '/current/month']],
    ['店名', []],
  ])('is found by title, label or path, and is several where it may be: %s', (text, paths) => {
    expect(placesNamed(all, text).map(({ path }) => path)).toEqual(paths);
  });
});

describe('sharing out', () => {
  const among = [
    { id: 'a', open: 3 },
    { id: 'b', open: 0 },
    { id: 'c', open: 1 },
  ];
  it('goes round in turn, or to whoever has least', () => {
    expect(shareOut(4, 'turn', among)).toEqual(['a', 'b', 'c', 'a']);
    expect(shareOut(5, 'load', among)).toEqual(['b', 'b', 'c', 'b', 'c']);
  });
});

describe('what is odd about a letter', () => {
  it('is what is empty, rare, long, and how much it names', () => {
    const letter = {
      title: '交付決定通知書',
      layout: 'letter',
      head: {},
      blocks: [
        { kind: 'paragraph', text: '𠮷田 様' },
        { kind: 'paragraph', text: '理由：' },
        {
          kind: 'table',
          rows: [
            ['交付額', '1,517,000円'],
            ['うち前払い', '５００円'],
            ['備考', ''],
          ],
        },
      ],
    } as const;
    expect(letterTraits(letter)).toEqual({ blanks: 2, rare: '𠮷', lines: 6, amount: 1_517_000 });
  });
});
