import { describe, expect, it } from '@jest/globals';
import { compileForm, outlineForm, type ProcedureFiles } from '#engine';
import { paste } from '../../builder-ui/src/form/commands.js';
import { clipOfList, LISTED_ITEMS, readQuestionList } from '../../builder-ui/src/form/question-list.js';
import { fieldAt } from '../../builder-ui/src/form/use-outline.js';
import { formEditorJa } from '../../builder-ui/src/texts/form-editor-ja.js';
import { performAll } from '../../builder-ui/src/workspace/perform-all.js';
import { readFolder } from '../../src/procedures/read-folder.js';

const { items } = formEditorJa;
const blank = await readFolder('src/builder/starting-points/blank');

function afterPasting(text: string, files: ProcedureFiles = blank): ProcedureFiles {
  const outline = outlineForm(files) ?? [];
  const names = new Set(outline.map(({ name }) => name));
  const clip = clipOfList(readQuestionList(text, items), names, outline.length === 0 ? 'はじめに' : null);
  const command = paste(outline, null, clip);
  const done = performAll(files, command?.operations ?? []);
  if (!done.ok) throw new Error(JSON.stringify(done.problems));
  return done.files;
}

describe('a line of a list of questions', () => {
  it.each([
    ['氏名 必須', '氏名', 'text', true],
    ['1. 氏名フリガナ※必須', '氏名フリガナ', 'kana', true],
    ['（２）生年月日', '生年月日', 'date', false],
    ['昼間の電話番号*', '昼間の電話番号', 'tel', true],
    ['対象経費の額（必須）', '対象経費の額', 'money', true],
    ['従業員の数', '従業員の数', 'integer', false],
    ['店の面積', '店の面積', 'number', false],
    ['費用の合計', '費用の合計', 'computed', false],
    ['申請の理由', '申請の理由', 'textarea', false],
    ['見積書', '見積書', 'attachment', false],
    ['ほかの補助金を受けますか', 'ほかの補助金を受けますか', 'yes-no', false],
    ['業種：飲食／小売／そのほか', '業種', 'radio', false],
    ['使う曜日（いくつでも）：月、火、水', '使う曜日', 'choices', false],
    ['区分（新規／更新） 必須', '区分', 'radio', true],
    ['機種の名前', '機種の名前', 'text', false],
    ['開店の年月日\t日付\t○', '開店の年月日', 'date', true],
    ['階\t1つ選ぶ（一覧）\t\t1階、2階', '階', 'select', false],
  ])('%j', (line, title, item, required) => {
    expect(readQuestionList(line, items)).toMatchObject([{ kind: 'question', title, item, required }]);
  });

  it('set in below a repeat is one of its columns, and no longer below the next question', () => {
    const lines = readQuestionList(
      '【設備】\n設備の明細（くり返し）\n・品名 必須\n　金額 必須\n備考\n・部屋',
      items,
    );
    expect(lines.map(({ title, item, isInner }) => [title, item, isInner])).toEqual([
      ['設備', '', false],
      ['設備の明細', 'rows', false],
      ['品名', 'text', true],
      ['金額', 'money', true],
      ['備考', 'textarea', false],
      ['部屋', 'text', false],
    ]);
  });
});

describe('a list put into a form', () => {
  it('is a form without error, whatever kinds its questions are', () => {
    const lines = LISTED_ITEMS.map(({ key }) => `${items[key] ?? key}の質問\t${items[key] ?? key}\t○`);
    const files = afterPasting(`氏名\n【すべて】\n${lines.join('\n')}`);
    const compiled = compileForm(files);
    expect(compiled.ok ? [] : compiled.problems.filter(({ level }) => level === 'error')).toEqual([]);
    expect(outlineForm(files)?.map(({ fields }) => fields.length)).toEqual([1, LISTED_ITEMS.length]);
  });

  it('brings pages, what is required, choices and the columns of a repeat', () => {
    const files = afterPasting(
      '【申請者】\n区分：個人／法人 必須\n【設備】\n明細（くり返し）必須\n・品名 必須\n・金額',
    );
    const outline = outlineForm(files) ?? [];
    expect(outline.map(({ schema }) => schema['title'])).toEqual(['申請者', '設備']);
    expect(fieldAt(outline, 'page.choice')).toMatchObject({
      required: true,
      schema: {
        oneOf: [
          { const: 'option_1', title: '個人' },
          { const: 'option_2', title: '法人' },
        ],
      },
    });
    const rows = fieldAt(outline, 'page_2.rows');
    expect(rows?.required).toBe(true);
    expect(rows?.fields.map(({ path, required, ui }) => [path, required, ui])).toEqual([
      ['page_2.rows[].text', true, {}],
      ['page_2.rows[].amount', false, { 'ui:widget': 'money' }],
    ]);
  });

  it('goes behind what is there, under names that are free', () => {
    const once = afterPasting('【一】\n氏名');
    const twice = afterPasting('住所\n【二】\n氏名\n【三】\n氏名', once);
    expect(outlineForm(twice)?.map(({ name, fields }) => [name, fields.length])).toEqual([
      ['page', 2],
      ['page_2', 1],
      ['page_3', 1],
    ]);
  });
});
