import { describe, expect, it } from '@jest/globals';
import { conditionWords } from '../../builder-ui/src/expression/condition-words.js';
import type { Fact } from '../../builder-ui/src/expression/facts-in-scope.js';
import { expressionEn } from '../../builder-ui/src/texts/expression-en.js';
import { expressionJa } from '../../builder-ui/src/texts/expression-ja.js';

const facts: readonly Fact[] = [
  {
    name: 'owner.kind',
    title: '申請する方 › 事業の形',
    type: { kind: 'string' },
    options: [
      { value: 'company', title: '会社' },
      { value: 'person', title: '個人' },
    ],
  },
  { name: 'plan.cost', title: '費用', type: { kind: 'number' }, options: [] },
  { name: 'plan.on', title: '設置の日', type: { kind: 'date' }, options: [] },
  { name: 'plan.road', title: '道路を使いますか', type: { kind: 'boolean' }, options: [] },
];
const ja = (source: string) => conditionWords(source, { facts, texts: expressionJa, language: 'ja' });
const en = (source: string) => conditionWords(source, { facts, texts: expressionEn, language: 'en' });

describe('a condition in words', () => {
  it.each([
    ['owner.kind = "company"', '〔申請する方 › 事業の形〕が「会社」と同じ'],
    ['plan.cost >= 100000', '〔費用〕が100000以上'],
    ['plan.on < date("2026-04-01")', '〔設置の日〕が2026年4月1日（水）より前'],
    ['plan.on <= today', '〔設置の日〕が今日以前（その日を含む）'],
    ['owner.kind in ("company", "person")', '〔申請する方 › 事業の形〕が「会社」「個人」のどれか'],
    ['plan.cost != null', '〔費用〕に答えがある'],
    [
      'plan.road = true and (plan.cost > 5 or plan.cost = null)',
      '〔道路を使いますか〕が「はい」と同じ、かつ （〔費用〕が5より大きい、または 〔費用〕に答えがない）',
    ],
    ['gone.away = 1', '〔gone.away（ありません）〕が1と同じ'],
  ])('%s', (source, words) => {
    expect(ja(source)).toBe(words);
  });

  it('is in English, too', () => {
    expect(en('plan.road = true and plan.cost >= 5')).toBe(
      '〔道路を使いますか〕 is “Yes” and 〔費用〕 is at least 5',
    );
  });

  it('has none for what rows cannot show', () => {
    expect(ja('sum(plan.rows.amount) > 5')).toBeNull();
  });
});
