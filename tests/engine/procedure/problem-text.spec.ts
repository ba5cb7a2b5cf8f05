import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';
import { describeCure, describeProblem, FORMATS, problem, type Problem } from '#engine';
import { ANSWER_SENTENCES, FORMAT_SENTENCES } from '../../../src/engine/problem-text/answer-sentences.js';
import { DEFINITION_CURES } from '../../../src/engine/problem-text/cures/definition-cures.js';
import { EXPRESSION_CURES } from '../../../src/engine/problem-text/cures/expression-cures.js';
import { REVIEW_CURES } from '../../../src/engine/problem-text/cures/review-cures.js';
import { RULE_CURES } from '../../../src/engine/problem-text/cures/rule-cures.js';
import { CHANGE_SENTENCES } from '../../../src/engine/problem-text/change-sentences.js';
import { DEFINITION_SENTENCES } from '../../../src/engine/problem-text/definition-sentences.js';
import { EDIT_SENTENCES } from '../../../src/engine/problem-text/edit-sentences.js';
import { EXPRESSION_SENTENCES } from '../../../src/engine/problem-text/expression-sentences.js';
import { FOLDER_SENTENCES } from '../../../src/engine/problem-text/folder-sentences.js';
import { PLAN_SENTENCES } from '../../../src/engine/problem-text/plan-sentences.js';
import { REVIEW_SENTENCES } from '../../../src/engine/problem-text/review-sentences.js';
import { RULE_SENTENCES } from '../../../src/engine/problem-text/rule-sentences.js';
import { page, smallForm } from '../../support/small-procedure.js';

const form = smallForm({
  pages: {
    store: page({
      tel: { type: 'string', title: '店舗の電話番号', format: 'tel-jp' },
      postal: { type: 'string', title: '郵便番号', format: 'postal-jp' },
      kind: { type: 'string', title: '業態', enum: ['飲食店'] },
      corporate: { type: 'string', title: '法人ですか', enum: ['はい'] },
      truthful: { type: 'boolean', title: '申請の内容に偽りはありません', const: true },
      photo: { type: 'array', title: '外観の写真', 'x-attachment': { accept: ['image/jpeg'] } },
      total: { type: 'integer', title: '合計', 'x-compute': '1' },
      rows: {
        type: 'array',
        title: '月別売上',
        maxItems: 3,
        items: { type: 'object', properties: { amount: { type: 'integer', title: '売上高' } } },
      },
    }),
  },
});

describe('a problem of an answer', () => {
  it.each<readonly [Problem, string, string]>([
    [problem('/store/tel', 'required'), '店舗の電話番号を入力してください。', 'Enter “店舗の電話番号”.'],
    [problem('/store/kind', 'required'), '業態を選んでください。', 'Choose “業態”.'],
    [problem('/store/corporate', 'required'), '「法人ですか」を選んでください。', 'Choose “法人ですか”.'],
    [
      problem('/store/truthful', 'consent-required'),
      '「申請の内容に偽りはありません」をお読みになり、同意する場合はチェックを入れてください。',
      'Read “申請の内容に偽りはありません” and tick the box if you agree.',
    ],
    [
      problem('/store/photo', 'required'),
      '外観の写真のファイルを付けてください。',
      'Attach a file for “外観の写真”.',
    ],
    [
      problem('/store/postal', 'wrong-format', { format: 'postal-jp' }),
      '郵便番号は、7桁の数字で入力してください（例：5400008）。',
      'Enter the 7 digits of “郵便番号” (for example 5400008).',
    ],
    [
      problem('/store/rows/1/amount', 'too-large', { limit: 100000000 }),
      '月別売上の2件目の売上高は100,000,000以下で入力してください。',
      'Enter 100,000,000 or less for “売上高” (entry 2 of “月別売上”).',
    ],
    [
      problem('/store/tel', 'unsafe-character', { kind: 'private-use', character: 'U+E000', position: 3 }),
      '店舗の電話番号の3文字目は外字（U+E000）のため、ほかの機器では読めません。別の文字に置き換えてください。',
      'Character 3 of “店舗の電話番号” is private to your device (U+E000) and cannot be read elsewhere. Replace it.',
    ],
    [
      problem('/store/total', 'too-large', { limit: 5 }),
      '合計の計算結果が、扱える範囲を外れています。計算に使う項目の入力を確かめてください。',
      '“合計” comes out beyond what is possible. Check the answers it is worked out from.',
    ],
    [
      problem('/nowhere', 'unknown-field'),
      'この申請にない項目（/nowhere）が送られました。画面を開き直してください。',
      'Something that this form does not ask was sent (/nowhere). Open the page again.',
    ],
  ])('%j', (found, ja, en) => {
    expect(describeProblem(found, form, 'ja')).toBe(ja);
    expect(describeProblem(found, form, 'en')).toBe(en);
  });

  it('has the sentence of its check, where the procedure brings one', () => {
    const found: Problem = { path: '/store/tel', code: 'check', level: 'error', message: '番号が違います。' };
    expect(describeProblem(found, form, 'ja')).toBe('番号が違います。');
  });

  it('can be described without the form', () => {
    expect(describeProblem(problem('/store/tel', 'required'), null, 'ja')).toBe(
      'この項目を入力してください。',
    );
  });
});

describe('a problem of a file', () => {
  it.each<readonly [Problem, string, string]>([
    [
      problem('form.schema.json#/x', 'unknown-key', { key: 'x-askwhen', suggestion: 'x-askWhen' }),
      'x-askwhen という設定はありません。「x-askWhen」のことですか。',
      'There is no setting x-askwhen. Did you mean “x-askWhen”?',
    ],
    [
      problem('procedure.json#/title', 'wrong-shape', { expected: 'text' }),
      'ここには文字（空にはできません）を書いてください。',
      'Expected here: a text that is not empty.',
    ],
    [
      problem('workflow.json#/x', 'expression-wrong-type', {
        part: 'p.a',
        position: 5,
        expected: 'number',
        actual: 'list of string',
      }),
      '式の5文字目の「p.a」は文字の一覧ですが、ここでは数が必要です。',
      '“p.a” (character 5) is a list of a text, but a number is needed here.',
    ],
    [
      problem('notices/a.md#3', 'placeholder-may-be-empty', { name: 'p.a', source: 'p.a' }),
      'p.a が空のことがあるため、「p.a」が抜けた文面になるおそれがあります。{{#if}} で囲んでください。',
      'p.a can be empty, which would leave a gap where “p.a” stands. Guard it with {{#if}}.',
    ],
  ])('%j', (found, ja, en) => {
    expect(describeProblem(found, null, 'ja')).toBe(ja);
    expect(describeProblem(found, null, 'en')).toBe(en);
  });
});

describe('a cure', () => {
  it('says what to do, where the sentence of the problem only says what is wrong', () => {
    const found = problem('form.schema.json#/x', 'table-cell-type', {
      column: 'a',
      value: 'x',
      type: 'date',
    });
    expect(describeCure(found, 'ja')).toBe('値を直すか、1行目の種類を変えてください。空のままにもできます。');
    expect(describeCure(found, 'en')).toBe(
      'Correct the value, or the type in the first line; the cell may also be empty.',
    );
  });

  it('is filled like the sentence itself', () => {
    const found = problem('procedure.json#/acceptanceWindow', 'bounds-crossed', {
      low: 'opensAt',
      high: 'closesAt',
    });
    expect(describeCure(found, 'ja')).toBe('opensAt を closesAt より小さく（日時なら前に）してください。');
  });

  it('is not said twice', () => {
    expect(describeCure(problem('procedure.json#', 'missing-key', { key: 'title' }), 'ja')).toBeNull();
  });

  it('is no matter of answers, whose sentences speak to the applicant', () => {
    expect(describeCure(problem('/store/tel', 'unknown-field'), 'ja')).toBeNull();
  });
});

describe('the catalogue', () => {
  const all = [
    ANSWER_SENTENCES,
    FORMAT_SENTENCES,
    DEFINITION_SENTENCES,
    REVIEW_SENTENCES,
    RULE_SENTENCES,
    EXPRESSION_SENTENCES,
    FOLDER_SENTENCES,
    EDIT_SENTENCES,
    PLAN_SENTENCES,
  ];

  it('has a sentence for every code that the engine gives', () => {
    const known = new Set([...all, CHANGE_SENTENCES].flatMap((sentences) => Object.keys(sentences)));
    const given = new Set([...sourcesIn('src/engine'), ...sourcesIn('src/procedures')].flatMap(codesIn));
    expect(
      [...given].filter(
        (code) => /^[a-z-]+$/.test(code) && !known.has(code) && !known.has(`expression-${code}`),
      ),
    ).toEqual([]);
    expect(given.size).toBeGreaterThan(100);
  });

  it('says of every problem of a file what can be done about it', () => {
    const cures = [DEFINITION_CURES, REVIEW_CURES, RULE_CURES, EXPRESSION_CURES];
    const cured = new Set(cures.flatMap((sentences) => Object.keys(sentences)));
    const ofFiles = all.filter((one) => one !== ANSWER_SENTENCES && one !== FORMAT_SENTENCES);
    const sentences = ofFiles.flatMap((one) => Object.entries(one));
    const left = sentences.filter(([code, [ja]]) => !cured.has(code) && !ja.includes('ください'));
    expect(left.map(([code]) => code)).toEqual([]);
    const known = new Set(sentences.map(([code]) => code));
    expect([...cured].filter((code) => !known.has(code))).toEqual([]);
    expect(cures.flatMap(Object.values).filter(([ja]) => !/ください|ます。$/.test(ja))).toEqual([]);
  });

  it('has a cure for every format', () => {
    expect(Object.keys(FORMATS).filter((format) => !Object.hasOwn(FORMAT_SENTENCES, format))).toEqual([]);
  });

  it('says the same with the same parameters in both languages', () => {
    const named = (sentence: string) =>
      [...new Set(sentence.replace(/\{\{[^}]*\}\}/g, '').match(/\{\w+\}/g))].sort();
    const unlike = all.flatMap((sentences) =>
      Object.entries(sentences).filter(
        ([, [ja, en]]) => !named(en).every((name) => named(ja).includes(name)),
      ),
    );
    expect(unlike).toEqual([]);
  });
});

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.includes('problem-text'))
    .map((file) => readFileSync(join(folder, file), 'utf8'));
}

/** Every text that stands where a code belongs: second argument of `problem`, `report` …, a member `code`, a table `CODES`. */
function codesIn(source: string): string[] {
  const codes: string[] = [];
  const takeTexts = (node: ts.Node): void => {
    if (ts.isStringLiteral(node)) codes.push(node.text);
    else if (ts.isConditionalExpression(node)) [node.whenTrue, node.whenFalse].forEach(takeTexts);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && GIVERS.test(node.expression.getText()))
      node.arguments.slice(1, 2).forEach(takeTexts);
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'code') takeTexts(node.initializer);
    if (ts.isVariableDeclaration(node) && node.name.getText() === 'code' && node.initializer)
      takeTexts(node.initializer);
    if (ts.isVariableDeclaration(node) && node.name.getText() === 'CODES')
      node.initializer?.forEachChild(takeFirst);
    node.forEachChild(visit);
  };
  const takeFirst = (node: ts.Node): void => {
    const first =
      ts.isPropertyAssignment(node) &&
      ts.isArrayLiteralExpression(node.initializer) &&
      node.initializer.elements[0];
    if (first) takeTexts(first);
  };
  visit(ts.createSourceFile('source.ts', source, ts.ScriptTarget.ES2022, true));
  return codes;
}

const GIVERS = /(?:^|\.)(?:problem|warning|report|fail|unknown)$/;
