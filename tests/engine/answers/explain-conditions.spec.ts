import { describe, expect, it } from '@jest/globals';
import { explainAsked, explainCheck } from '#engine';
import { evaluate, page, smallForm } from '../../support/small-procedure.js';

const yes = { type: 'boolean', title: 'カラオケがある' };
const text = { type: 'string', title: '文' };
const form = smallForm({
  tables: { round: 'early:number\n0\n' },
  pages: {
    p: page({
      kind: {
        type: 'string',
        title: '事業の形',
        oneOf: [
          { const: 'corporation', title: '法人' },
          { const: 'person', title: '個人' },
        ],
      },
      karaoke: yes,
      sales: { type: 'integer', title: '売上', 'x-unit': '円' },
      opened: { type: 'string', format: 'date', title: '開店日' },
      closed: {
        type: 'string',
        format: 'date',
        title: '閉店日',
        'x-check': [
          {
            id: 'order',
            expression: 'p.closed >= p.opened',
            message: '閉店日が開店日より前です。',
            level: 'error',
          },
        ],
      },
      number: { ...text, title: '法人番号', 'x-askWhen': 'p.kind = "corporation"' },
      screen: { ...text, title: '画面', 'x-askWhen': 'p.karaoke' },
      both: { ...text, title: '両方', 'x-askWhen': 'p.kind = "corporation" and p.karaoke = true' },
      either: { ...text, title: 'どちらか', 'x-askWhen': 'p.kind = "person" or p.karaoke or p.sales > 5000' },
      large: { ...text, title: '大口', 'x-askWhen': 'p.sales >= 1000000' },
      refused: { ...text, title: '否定', 'x-askWhen': 'not(p.kind = "person")' },
      early: { ...text, title: '早期', 'x-askWhen': 'tables.round[1].early > 0' },
      stage: {
        type: 'object',
        title: '舞台',
        'x-askWhen': 'p.karaoke',
        properties: { width: { type: 'integer', title: '幅' } },
      },
      rows: {
        type: 'array',
        title: '月別',
        maxItems: 3,
        items: {
          type: 'object',
          properties: {
            amount: { type: 'integer', title: '売上高', 'x-unit': '円' },
            why: { ...text, title: '理由', 'x-askWhen': 'row.amount = 0' },
          },
          'x-check': [
            {
              id: 'plausible',
              expression: 'row.amount < 1000000',
              message: '売上高を確かめてください。',
              level: 'warning',
              target: 'row.amount',
            },
          ],
        },
      },
    }),
    q: page({ note: text }, { title: '備考', 'x-askWhen': 'p.kind = "person"' }),
  },
});
const answers = {
  kind: 'corporation',
  karaoke: false,
  sales: 9000,
  opened: '2021-10-02',
  closed: '2021-10-01',
  rows: [{ amount: 0 }, { amount: 2_000_000 }],
};
const evaluation = evaluate(form, { p: answers });
const why = (pointer: string, language: 'ja' | 'en' = 'ja', change: object = {}) =>
  explainAsked(form, pointer, evaluate(form, { p: { ...answers, ...change } }), language)?.sentence;

describe('a question', () => {
  it.each([
    ['/p/kind', '「事業の形」は、すべての方に聞いています。'],
    ['/p/number', '「事業の形」が「法人」だから、「法人番号」を聞いています。'],
    ['/p/screen', '「カラオケがある」が「いいえ」だから、「画面」は聞いていません。'],
    ['/p/both', '「カラオケがある」が「いいえ」だから、「両方」は聞いていません。'],
    ['/p/either', '「「売上」（9,000円） ＞ 5,000円」に当てはまるから、「どちらか」を聞いています。'],
    ['/p/large', '「「売上」（9,000円） ≧ 1,000,000円」に当てはまらないから、「大口」は聞いていません。'],
    ['/p/refused', '「事業の形」が「法人」だから、「否定」を聞いています。'],
    ['/p/early', 'この手続の決まりだから、「早期」は聞いていません。'],
    ['/q', '「事業の形」が「法人」だから、「備考」は聞いていません。'],
  ])('%s: %s', (pointer, sentence) => {
    expect(why(pointer)).toBe(sentence);
  });

  it.each([
    ['/p/kind', '“事業の形” is asked of everybody.'],
    ['/p/number', '“法人番号” is asked because “事業の形” is “法人”.'],
    ['/p/screen', '“画面” is not asked because “カラオケがある” is “No”.'],
    ['/p/either', '“どちらか” is asked because “売上” (9,000 yen) > 5,000 yen holds.'],
    ['/p/early', '“早期” is not asked because this procedure says so.'],
  ])('%s in English: %s', (pointer, sentence) => {
    expect(why(pointer, 'en')).toBe(sentence);
  });

  it('is not asked because of what it stands in, or of a row by itself', () => {
    expect(why('/p/stage/width')).toBe('「カラオケがある」が「いいえ」だから、「幅」は聞いていません。');
    expect(why('/q/note')).toBe('「事業の形」が「法人」だから、「文」は聞いていません。');
    expect(why('/p/rows/0/why')).toBe('「売上高」が「0円」だから、「理由」を聞いています。');
    expect(why('/p/rows/1/why')).toBe('「売上高」が「2,000,000円」だから、「理由」は聞いていません。');
  });

  it('is asked because all parts of its condition hold', () => {
    expect(why('/p/both', 'ja', { karaoke: true })).toBe(
      '「事業の形」が「法人」、かつ「カラオケがある」が「はい」だから、「両方」を聞いています。',
    );
  });

  it('waits for an answer', () => {
    expect(why('/p/number', 'ja', { kind: null })).toBe(
      '「事業の形」が「未入力」だから、「法人番号」は聞いていません。',
    );
  });

  it('that the form does not have has no why', () => {
    expect(explainAsked(form, '/p/nothing', evaluation, 'ja')).toBeNull();
    expect(explainAsked(form, '/x', evaluation, 'ja')).toBeNull();
  });
});

describe('a check that failed', () => {
  const explained = (index: number, language: 'ja' | 'en') => {
    const found = evaluation.problems[index];
    return found && explainCheck(form, found, evaluation, language);
  };

  it('shows the values that it compared', () => {
    expect(explained(0, 'ja')).toEqual({
      id: 'order',
      message: '閉店日が開店日より前です。',
      reasons: ['「「閉店日」（令和3年10月1日） ≧ 「開店日」（令和3年10月2日）」に当てはまらない'],
      inputs: [
        { title: '閉店日', value: '令和3年10月1日' },
        { title: '開店日', value: '令和3年10月2日' },
      ],
      sentence:
        '「「閉店日」（令和3年10月1日） ≧ 「開店日」（令和3年10月2日）」に当てはまらないから、お知らせしています。',
    });
    expect(explained(0, 'en')?.sentence).toBe(
      'This is said because “閉店日” (1 October 2021) ≥ “開店日” (2 October 2021) does not hold.',
    );
  });

  it('of a row shows the row’s own', () => {
    expect(evaluation.problems[1]).toMatchObject({ path: '/p/rows/1/amount' });
    expect(explained(1, 'ja')?.inputs).toEqual([{ title: '売上高', value: '2,000,000円' }]);
  });

  it('is none of another kind of problem', () => {
    expect(
      explainCheck(form, { path: '/p/kind', code: 'required', level: 'error' }, evaluation, 'ja'),
    ).toBeNull();
  });
});
