import { describe, expect, it } from '@jest/globals';
import { type Answers, describeProblem, findUnsafeText, FORMATS, problem, type Problem } from '#engine';
import { ANSWER_SENTENCES } from '../../../src/engine/problem-text/answer-sentences.js';
import { evaluate, page, smallForm } from '../../support/small-procedure.js';

const text = { type: 'string', title: '店名' };
const money = { type: 'integer', title: '日額', 'x-unit': '円' };
const files = { type: 'array', title: '写真', 'x-attachment': { accept: ['image/png'], maxCount: 2 } };
const choice = { type: 'string', title: '業態', enum: ['飲食店', '居酒屋'] };
const choices = { type: 'array', title: '設備', items: { type: 'string', enum: ['a', 'b', 'c'] } };
const rows = {
  type: 'array',
  title: '月別売上',
  minItems: 2,
  maxItems: 3,
  items: { type: 'object', properties: { amount: { ...money, title: '売上高' }, note: text } },
};
const computed = { ...money, title: '合計' };

/** One question and an answer to it; the sentence that goes with it in both languages. */
const SAID: readonly (readonly [code: string, field: object, value: unknown, ja: string, en: string])[] = [
  ['required', text, '', '店名を入力してください。', 'Enter “店名”.'],
  ['required', choice, null, '業態を選んでください。', 'Choose “業態”.'],
  ['required', choices, [], '設備を1つ以上選んでください。', 'Choose at least one for “設備”.'],
  [
    'required',
    { type: 'boolean', title: '深夜営業' },
    null,
    '深夜営業に答えてください。',
    'Answer “深夜営業”.',
  ],
  ['required', files, [], '写真のファイルを付けてください。', 'Attach a file for “写真”.'],
  ['required', rows, null, '月別売上を1件以上入力してください。', 'Add at least one entry to “月別売上”.'],
  [
    'consent-required',
    { type: 'boolean', title: '同意', const: true },
    false,
    '同意をお読みになり、同意する場合はチェックを入れてください。',
    'Read “同意” and tick the box if you agree.',
  ],
  [
    'not-computed',
    { ...computed, 'x-compute': 'p.b + 1' },
    undefined,
    '合計はまだ計算できません。計算に使う項目を入力してください。',
    '“合計” cannot be worked out yet. Fill in the questions it depends on.',
  ],
  [
    'cannot-compute',
    { ...computed, 'x-compute': 'lookup(tables.t, "code", "z").rate' },
    undefined,
    '合計を計算できませんでした。入力に誤りがないか確かめ、直らないときはお問い合わせください。',
    '“合計” could not be worked out. Check your answers, and contact us if that does not help.',
  ],
  [
    'wrong-type',
    text,
    5,
    '店名の入力のしかたが正しくありません。入力し直してください。',
    '“店名” has the wrong form. Enter it again.',
  ],
  [
    'wrong-type',
    money,
    1.5,
    '日額は整数（小数点のない数字）で入力してください。',
    'Enter a whole number for “日額”.',
  ],
  [
    'wrong-type',
    { type: 'number', title: '広さ' },
    '広い',
    '広さは数字で入力してください。',
    'Enter a number for “広さ”.',
  ],
  [
    'wrong-type',
    { type: 'boolean', title: '深夜営業' },
    'yes',
    '深夜営業は「はい」か「いいえ」で答えてください。',
    'Answer “深夜営業” with Yes or No.',
  ],
  ['wrong-type', choice, 3, '業態は選択肢の中から選んでください。', 'Choose one of the options for “業態”.'],
  ['wrong-type', choices, 'a', '設備は選択肢の中から選んでください。', 'Choose from the options for “設備”.'],
  ['wrong-type', files, 'x', '写真のファイルを付け直してください。', 'Attach the file for “写真” again.'],
  [
    'wrong-type',
    { type: 'string', format: 'date', title: '開店日' },
    20211001,
    '開店日は、実際にある日付を年・月・日で入力してください（例：2021年10月1日）。',
    'Enter a real date for “開店日” (for example 2021-10-01).',
  ],
  [
    'wrong-format',
    { type: 'string', format: 'date', title: '開店日' },
    '2021-02-29',
    '開店日は、実際にある日付を年・月・日で入力してください（例：2021年10月1日）。',
    'Enter a real date for “開店日” (for example 2021-10-01).',
  ],
  [
    'wrong-pattern',
    { ...text, pattern: '^[0-9]{4}$' },
    'x',
    '店名の形が正しくありません。記入例のとおりに入力してください。',
    '“店名” has the wrong form. Follow the example.',
  ],
  [
    'wrong-value',
    { ...text, const: '大阪府' },
    '京都府',
    '店名は変えられません。元の値に戻してください。',
    '“店名” cannot be changed. Put the original value back.',
  ],
  [
    'wrong-step',
    { ...money, multipleOf: 1000 },
    1500,
    '日額は1,000円きざみで入力してください。',
    'Enter “日額” in steps of 1,000 yen.',
  ],
  [
    'too-short',
    { ...text, minLength: 3 },
    '大阪',
    '店名は3文字以上で入力してください。',
    'Enter at least 3 characters for “店名”.',
  ],
  [
    'too-long',
    { ...text, maxLength: 2 },
    '大阪府',
    '店名は2文字以内で入力してください。',
    'Enter at most 2 characters for “店名”.',
  ],
  [
    'too-small',
    { ...money, minimum: 25000 },
    1,
    '日額は25,000円以上で入力してください。',
    'Enter 25,000 yen or more for “日額”.',
  ],
  [
    'too-large',
    { ...money, maximum: 200000 },
    200001,
    '日額は200,000円以下で入力してください。',
    'Enter 200,000 yen or less for “日額”.',
  ],
  [
    'not-above',
    { type: 'number', title: '広さ', exclusiveMinimum: 0, 'x-unit': '平方メートル' },
    0,
    '広さは0平方メートルより大きい数（0平方メートルちょうどは入りません）で入力してください。',
    'Enter more than 0 m² for “広さ”.',
  ],
  [
    'not-below',
    { type: 'number', title: '割合', exclusiveMaximum: 100, 'x-unit': '％' },
    100,
    '割合は100％より小さい数（100％ちょうどは入りません）で入力してください。',
    'Enter less than 100% for “割合”.',
  ],
  ['too-few', rows, [{}], '月別売上は2件以上入力してください。', 'Give at least 2 entries for “月別売上”.'],
  [
    'too-few',
    { ...choices, minItems: 2 },
    ['a'],
    '設備は2つ以上選んでください。',
    'Choose at least 2 for “設備”.',
  ],
  [
    'too-many',
    rows,
    [{}, {}, {}, {}],
    '月別売上は3件以内にしてください。',
    'Give at most 3 entries for “月別売上”.',
  ],
  [
    'too-many',
    { ...choices, maxItems: 1 },
    ['a', 'b'],
    '設備は1つ以内で選んでください。',
    'Choose at most 1 for “設備”.',
  ],
  [
    'too-many',
    files,
    ['x', 'y', 'z'],
    '写真に付けられるファイルは2件までです。',
    'Attach at most 2 files for “写真”.',
  ],
  [
    'duplicate-items',
    choices,
    ['a', 'a'],
    '設備に同じものが2つ以上あります。1つにしてください。',
    '“設備” holds the same entry twice. Keep one.',
  ],
  [
    'unknown-choice',
    choices,
    ['z'],
    '設備は選択肢の中から選んでください。',
    'Choose one of the options for “設備”.',
  ],
  [
    'duplicate-row-id',
    rows,
    [{ _id: 'aa' }, { _id: 'aa' }],
    '月別売上の2件目に、ほかの行と同じ識別名（aa）が付いています。行を消して、追加し直してください。',
    'Two rows share the id “aa”: entry 2 of “月別売上” and another. Remove the row and add it again.',
  ],
  [
    'wrong-row-id',
    rows,
    [{}, { _id: '?' }],
    '月別売上の2件目の識別名（_id）が正しくありません。半角の英数字と「-」「_」で2文字から36文字にしてください。',
    'The id (_id) of entry 2 of “月別売上” cannot be used. Give 2 to 36 letters, digits, “-” or “_”.',
  ],
  [
    'wrong-type',
    rows,
    [{}, { amount: '百' }],
    '月別売上の2件目の売上高は整数（小数点のない数字）で入力してください。',
    'Enter a whole number for “売上高” (entry 2 of “月別売上”).',
  ],
];

/** Problems that an evaluation of one question does not give. */
const GIVEN: readonly (readonly [found: Problem, ja: string, en: string])[] = [
  [
    problem('/p/a', 'not-asked'),
    '店名は、いまの入力内容ではお答えいただく必要のない項目です。画面を開き直してください。',
    '“店名” is not asked with your present answers. Open the page again.',
  ],
  [
    problem('/p/a', 'computed-mismatch'),
    '店名は自動で計算する項目です。送られた値が計算結果と違います。画面を開き直してください。',
    '“店名” is worked out for you; the value sent differs from it. Open the page again.',
  ],
  [
    problem('/p/a', 'outside-correction'),
    '店名は補正をお願いした項目ではないため、変えられません。',
    '“店名” is not among what we asked you to correct, so it cannot be changed.',
  ],
  [
    problem('/p/a', 'attachment-unknown'),
    '店名のファイルが見つかりません。もう一度付けてください。',
    'The file of “店名” is not here. Attach it again.',
  ],
  [
    problem('/p/z', 'unknown-field'),
    'この申請にない項目（/p/z）が送られました。画面を開き直してください。',
    'Something that this form does not ask was sent (/p/z). Open the page again.',
  ],
  [problem('/p/a', 'check', { id: 'x' }), '店名を確かめてください。', 'Check “店名”.'],
  [
    problem('/p/a', 'not-valid'),
    '店名を確かめて、入力し直してください。',
    'Check “店名” and enter it again.',
  ],
  ...findUnsafeText({ p: { a: '大\u0000' } }).map(
    unsafe(
      '2文字目に使えない文字（U+0000）があります。その文字を消すか、別の文字に置き換えてください。',
      'Character 2 of “店名” (U+0000) cannot be used. Remove or replace it.',
    ),
  ),
  ...findUnsafeText({ p: { a: '\u202E大' } }).map(
    unsafe(
      '1文字目に使えない文字（U+202E）があります。その文字を消すか、別の文字に置き換えてください。',
      'Character 1 of “店名” (U+202E) cannot be used. Remove or replace it.',
    ),
  ),
  ...findUnsafeText({ p: { a: '𠮷\uE000' } }).map(
    unsafe(
      '2文字目は外字（U+E000）のため、ほかの機器では読めません。別の文字に置き換えてください。',
      'Character 2 of “店名” is private to your device (U+E000) and cannot be read elsewhere. Replace it.',
    ),
  ),
  ...findUnsafeText({ p: { a: '\uD842' } }).map(
    unsafe(
      '1文字目が壊れています（U+D842）。その文字を入力し直してください。',
      'Character 1 of “店名” is broken (U+D842). Type it again.',
    ),
  ),
  [
    problem('/p/a', 'application-not-found'),
    '店名に当てはまる、あなたの申請が見つかりません。一覧から選ぶか、番号に誤りがないか確かめてください。',
    'No application of yours fits “店名”. Choose one from the list, or compare each digit of the number.',
  ],
  [
    problem('/p/a', 'application-not-fitting', { kind: 'approved' }),
    '店名には、いまの状態では使えない申請です。ほかの申請を選んでください。',
    'In its present state this application cannot be used for “店名”. Choose another one.',
  ],
  [
    problem('/p/a', 'application-not-fitting', { kind: 'open' }),
    '店名の申請は、まだ審査が終わっていません。結果が出た申請を選んでください。',
    'The application of “店名” is still being reviewed. Choose one that has been decided.',
  ],
  [
    problem('/p/a', 'application-not-fitting', { kind: 'withdrawn' }),
    '店名の申請は取り下げられています。ほかの申請を選んでください。',
    'The application of “店名” was withdrawn. Choose another one.',
  ],
  [
    problem('/p', 'too-deep', { limit: 64 }),
    '送られた内容が複雑すぎます。画面を開き直してください。',
    'What was sent is nested too deeply. Open the page again.',
  ],
  [problem('/p/a', 'number-not-finite'), '店名は扱えない数です。', '“店名” is not a number we can use.'],
  [
    problem('/p/a', 'number-not-exact'),
    '店名は桁が多すぎて正しく扱えない数です。',
    '“店名” has too many digits to be kept exactly.',
  ],
];

function unsafe(ja: string, en: string) {
  return (found: Problem): readonly [Problem, string, string] => [found, `店名の${ja}`, en];
}

const formOf = (field: object) =>
  smallForm({
    tables: { t: 'code,rate:number\na,1\n' },
    pages: { p: page({ a: field, b: { type: 'integer', title: '数' } }, { required: ['a'] }) },
  });

describe('what is wrong with an answer', () => {
  it.each(SAID)('%s: %j answered with %j is told in both languages', (code, field, value, ja, en) => {
    const form = formOf(field);
    const { problems } = evaluate(form, { p: { a: value } } as Answers);
    const found = problems.find((one) => one.code === code);
    expect(found && [describeProblem(found, form, 'ja'), describeProblem(found, form, 'en')]).toEqual([
      ja,
      en,
    ]);
  });

  it.each(GIVEN)('%j is told in both languages', (found, ja, en) => {
    const form = formOf(text);
    expect([describeProblem(found, form, 'ja'), describeProblem(found, form, 'en')]).toEqual([ja, en]);
  });

  it('of a computed value speaks of what it is computed from', () => {
    const form = formOf({ ...computed, maximum: 5, 'x-compute': '10' });
    const [found] = evaluate(form, {}).problems;
    expect(found && describeProblem(found, form, 'ja')).toBe(
      '合計の計算結果が、扱える範囲を外れています。計算に使う項目の入力を確かめてください。',
    );
  });

  it('is shown here for every code there is', () => {
    const shown = new Set([...SAID.map(([code]) => code), ...GIVEN.map(([{ code }]) => code)]);
    const codes = Object.keys(ANSWER_SENTENCES).map((key) => key.split(':')[0] ?? key);
    expect(codes.filter((code) => !shown.has(code))).toEqual([]);
  });

  it.each(Object.keys(FORMATS))('against the format %s names the question and how to write it', (format) => {
    const form = formOf({ ...text, format });
    const [found] = evaluate(form, { p: { a: '?' } }).problems;
    expect(found).toMatchObject({ code: 'wrong-format', params: { format } });
    for (const language of ['ja', 'en'] as const) {
      const sentence = found && describeProblem(found, form, language);
      expect(sentence).toContain('店名');
      expect(sentence).toMatch(language === 'ja' ? /(?:入力|確かめて)/ : /(?:Enter|Compare)/);
    }
  });
});
