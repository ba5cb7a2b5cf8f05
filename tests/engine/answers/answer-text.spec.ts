import { describe, expect, it } from '@jest/globals';
import { answerText } from '#engine';
import { page, smallForm } from '../../support/small-procedure.js';

const text = (format?: string) => ({ type: 'string', title: '項目', ...(format ? { format } : {}) });
const form = smallForm({
  pages: {
    p: page({
      free: text(),
      postal: { ...text('postal-jp'), 'x-purpose': '連絡のため' },
      tel: { ...text('tel-jp'), 'x-purpose': '連絡のため' },
      opens: text('hours'),
      day: text('date'),
      seats: { type: 'integer', title: '席', 'x-unit': '席' },
      amount: { type: 'integer', title: '額' },
      agreed: { type: 'boolean', title: '同意' },
      kind: { type: 'string', title: '種類', oneOf: [{ const: 'tea', title: '喫茶店' }] },
      days: {
        type: 'array',
        title: '曜日',
        items: {
          type: 'string',
          oneOf: [
            { const: 'mon', title: '月曜日' },
            { const: 'tue', title: '火曜日' },
          ],
        },
      },
      files: { type: 'array', title: '写し', 'x-attachment': { accept: ['application/pdf'] } },
    }),
  },
  ui: { p: { amount: { 'ui:widget': 'money' } } },
});

const told = (name: string, value: unknown, language: 'ja' | 'en' = 'ja'): string => {
  const field = form.fields.get(`p.${name}`);
  if (!field) throw new Error(name);
  return answerText(form, field, value, language, (id) => (id === 'f1' ? '許可証.pdf' : null));
};

describe('an answer in words', () => {
  it.each([
    ['free', '2021-10-01 と\n𠮷野家', '2021-10-01 と\n𠮷野家', '2021-10-01 と\n𠮷野家'],
    ['free', '', '未入力', 'not answered'],
    ['postal', '5400008', '〒540-0008', '〒540-0008'],
    ['postal', '54000', '54000', '54000'],
    ['tel', '0669410351', '06-6941-0351', '06-6941-0351'],
    ['tel', '09012345678', '090-1234-5678', '090-1234-5678'],
    ['tel', '0721123456', '0721123456', '0721123456'],
    ['opens', '17:00', '17:00（午後5時）', '17:00 (5 p.m.)'],
    ['opens', '26:30', '26:30（翌日の午前2時30分）', '26:30 (2:30 a.m. of the next day)'],
    ['opens', '夕方', '夕方', '夕方'],
    ['day', '2019-05-01', '令和元年5月1日（2019年）', '1 May 2019'],
    ['day', '令和3--', '令和3--', '令和3--'],
    ['seats', 1200, '1,200席', '1,200 seats'],
    ['amount', 31000, '31,000円', '31,000 yen'],
    ['amount', 0, '0円', '0 yen'],
    ['agreed', true, 'はい', 'Yes'],
    ['agreed', false, 'いいえ', 'No'],
    ['kind', 'tea', '喫茶店', '喫茶店'],
    ['kind', 'gone', 'gone', 'gone'],
    ['days', ['mon', 'tue'], '月曜日、火曜日', '月曜日, 火曜日'],
    ['days', [], '未入力', 'not answered'],
    ['files', ['f1'], '許可証.pdf', '許可証.pdf'],
    ['files', ['f1', 'f2'], 'ファイル2件', '2 files'],
  ])('of %s %j is %s, %s', (name, value, ja, en) => {
    expect([told(name, value), told(name, value, 'en')]).toEqual([ja, en]);
  });
});
