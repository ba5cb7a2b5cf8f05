import { describe, expect, it } from '@jest/globals';
import { readTable } from '../../renderer-ui/src/form/paste/read-table.js';
import { decodedTable } from '../../renderer-ui/src/desk/table-file.js';
import { page, smallForm } from '../support/small-procedure.js';

const form = smallForm({
  pages: {
    p: page({
      stalls: {
        type: 'array',
        title: '一覧',
        maxItems: 500,
        items: {
          type: 'object',
          properties: {
            shop: { type: 'string', title: '店の名前' },
            sells: { type: 'string', title: '売るもの', oneOf: [{ const: 'food', title: '食べ物' }] },
            fee: { type: 'integer', title: '出店料', 'x-unit': '円' },
            since: { type: 'string', title: '初めて出た日', format: 'date' },
            licence: { type: 'boolean', title: '許可' },
          },
          required: ['shop'],
        },
      },
    }),
  },
});
const list = form.fields.get('p.stalls');
if (!list) throw new Error('p.stalls');

const read = (text: string) =>
  readTable(text, list).map(({ answers, unread, missing, left }) => ({
    answers,
    unread: unread.map(({ field, text: cell }) => `${field.title} ${cell}`),
    missing: missing.map(({ title }) => title),
    left,
  }));
const fine = { unread: [], missing: [], left: [] };

describe('a table from a spreadsheet', () => {
  it('gives a row for each line, each cell read as its question wants it', () => {
    expect(
      read('𠮷野家\t食べ物\t３，０００円\t令和3年4月1日\t○\r\n茶屋\tfood\t0\t2019/5/1\tいいえ\r\n'),
    ).toEqual([
      { answers: { shop: '𠮷野家', sells: 'food', fee: 3000, since: '2021-04-01', licence: true }, ...fine },
      { answers: { shop: '茶屋', sells: 'food', fee: 0, since: '2019-05-01', licence: false }, ...fine },
    ]);
  });

  it('is read by its headings, in any order', () => {
    expect(read('出店料\t店の名前\n500\t茶屋')).toEqual([{ answers: { shop: '茶屋', fee: 500 }, ...fine }]);
  });

  it('keeps a line break inside a quoted cell, and quotes', () => {
    expect(read('"茶屋\n""本店"""\tfood')).toEqual([
      { answers: { shop: '茶屋\n"本店"', sells: 'food' }, ...fine },
    ]);
  });

  it('says what it could not read, and keeps it to be mended', () => {
    expect(read('\t飲み物\t約3千\t去年\tたぶん\t余り')).toEqual([
      {
        answers: { sells: '飲み物', fee: '約3千', since: '去年--', licence: undefined },
        unread: ['売るもの 飲み物', '出店料 約3千', '初めて出た日 去年', '許可 たぶん'],
        missing: ['店の名前'],
        left: ['余り'],
      },
    ]);
  });

  it('passes over empty lines, and reads five hundred', () => {
    const lines = Array.from({ length: 500 }, (_line, index) => `店${index}\tfood`);
    expect(read(`\n${lines.join('\n\n')}\n\n`)).toHaveLength(500);
  });
});

describe('a table read from a file', () => {
  it.each([
    ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, 0xe5, 0xb1, 0x95, 0x0d, 0x0a, 0x31]],
    ['Shift_JIS', [0x93, 0x57, 0x0d, 0x0a, 0x31]],
  ])('is text as a text box has it: %s', (_, bytes) => {
    expect(decodedTable(Uint8Array.from(bytes).buffer)).toBe('展\n1');
  });
});
