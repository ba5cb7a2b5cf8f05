import { describe, expect, it } from '@jest/globals';
import { fillTemplate } from '../../../src/engine/notice/fill-template.js';
import { noticeFacts } from '../../../src/engine/notice/notice-facts.js';
import { UnprintableTextError } from '../../../src/engine/notice/printed-text.js';
import { advance, startWorkflow } from '../../../src/engine/workflow/advance.js';
import { applicant, application, sato, smallProcedure } from '../workflow/small-procedure.js';
import { noticeOf } from './template-of.js';

const now = '2021-11-08T10:00:00+09:00';
const state = startWorkflow(smallProcedure, application, now, applicant).state;
const document = {
  documentNumber: '産第12号',
  issuedOn: '2021-11-08',
  link: 'https://example.jp/applications/1',
  account: { name: '髙﨑　花子', mail: 'hanako@example.jp' },
};
const facts = noticeFacts(smallProcedure, state, application, document, now);

const fill = (...lines: readonly string[]) => fillTemplate(noticeOf(...lines), facts);
const textOf = (line: string) => fill(line).blocks.map((block) => ('text' in block ? block.text : ''))[0];

/** As if an applicant had called the store this. */
const named = (name: string) => ({ ...facts, store: { name, kind: 'single', opened_on: '2015-04-01' } });

describe('a filled notice', () => {
  it('is plain text in blocks', () => {
    expect(
      fill(
        '右：{{ notice.document_number }}',
        '右：{{ notice.issued_on }}',
        '宛先：{{ account.name }}　様',
        '表題：{{ procedure.title }}　支給決定通知書',
        '',
        '',
        '{{ application.submitted_on }}付けの申請（{{ application.number }}）について、{{ procedure.legal_basis }}により決定しました。',
        '| 店舗 | 金額 |',
        '{{#each line in sales.rows}}',
        '| {{ store.name }} | {{ line.amount }}円 |',
        '{{/each}}',
        '1　支給額　金{{ sales.total }}円',
        '',
      ),
    ).toEqual({
      title: '支給決定通知書',
      layout: 'letter',
      head: { title: '支給決定通知書', layout: 'letter', numbering: 'yes' },
      blocks: [
        { kind: 'right', text: '産第12号' },
        { kind: 'right', text: '令和3年11月8日' },
        { kind: 'addressee', text: '髙﨑　花子　様' },
        { kind: 'title', text: '見本の給付金　支給決定通知書' },
        { kind: 'blank', text: '' },
        {
          kind: 'paragraph',
          text: '令和3年11月5日付けの申請（0001-03-0000001-8）について、見本給付金規則第5条、見本給付金要綱第2条により決定しました。',
        },
        {
          kind: 'table',
          rows: [
            ['店舗', '金額'],
            ['海鮮まる', '400,000円'],
            ['海鮮まる', '200,000円'],
          ],
        },
        { kind: 'item', text: '1　支給額　金600,000円' },
      ],
    });
  });

  it.each([
    ['a whole number', '{{ 1234567 }}', '1,234,567'],
    ['a decimal', '{{ 1234.5678 }}', '1,234.5678'],
    ['a negative number', '{{ 0 - 1000 }}', '-1,000'],
    ['a year of four digits in a date', '{{ store.opened_on }}', '平成27年4月1日'],
    ['yes or no', '{{ sales.total > 0 }}', 'はい'],
    ['a choice by the title the applicant saw', '{{ store.kind }}', '単独の店'],
    ['a choice inside an expression by its value', '{{ "種別 " + store.kind }}', '種別 single'],
    ['a list', '{{ sales.rows.amount }}', '400,000、200,000'],
    ['a text that looks like a number as it is', '{{ "0060000" }}', '0060000'],
  ])('prints %s', (_name, line, text) => {
    expect(textOf(line)).toBe(text);
  });

  it('takes the other branch when the condition is null', () => {
    expect(fill('{{#if store.note = "あ"}}', '備考あり', '{{#else}}', '備考なし', '{{/if}}').blocks).toEqual([
      { kind: 'paragraph', text: '備考なし' },
    ]);
  });

  it('repeats nothing for a list that is not there', () => {
    const noRows = { ...facts, sales: { total: 0 } };
    expect(
      fillTemplate(noticeOf('始め', '{{#each line in sales.rows}}', '{{ line.amount }}', '{{/each}}'), noRows)
        .blocks,
    ).toEqual([{ kind: 'paragraph', text: '始め' }]);
  });

  it('lists what is to be corrected by the words of the screen', () => {
    const asked = advance(
      smallProcedure,
      state,
      {
        action: 'ask_correction',
        actor: sato,
        targets: [
          { path: '/store/name', comment: '許可証と違います。' },
          { path: '/sales/rows/1/amount', comment: '帳簿と違います。' },
        ],
      },
      application,
      now,
    );
    if (!asked.ok) throw new Error(asked.code);
    expect(noticeFacts(smallProcedure, asked.state, application, document, now)['correction']).toEqual({
      items: [
        { label: '店舗情報　店舗の名称', comment: '許可証と違います。' },
        { label: '売上　月別の売上（2行目）　金額', comment: '帳簿と違います。' },
      ],
      due_on: '2021-11-15',
      note: null,
    });
  });
});

describe('what an applicant wrote', () => {
  it.each([
    '{{7*7}}',
    '{{#if true}}',
    '{{/each}}',
    '| a | b |',
    '右：x',
    '#read("/seal.png") *x* $x^2$ <script>alert(1)</script>',
    '𠮷田﨑 塚(U+FA10)と葛\u{E0100}城',
  ])('is printed as it is: %s', (name) => {
    expect(fillTemplate(noticeOf('店名は{{ store.name }}です。'), named(name)).blocks).toEqual([
      { kind: 'paragraph', text: `店名は${name}です。` },
    ]);
  });

  it('stays one cell of a table', () => {
    expect(fillTemplate(noticeOf('| {{ store.name }} | 円 |'), named('a | b')).blocks).toEqual([
      { kind: 'table', rows: [['a | b', '円']] },
    ]);
  });

  it('keeps its line breaks in a paragraph and loses them in a heading', () => {
    const template = noticeOf('{{ store.name }}', '見出し：{{ store.name }}');
    expect(fillTemplate(template, named('一\r\n二')).blocks).toEqual([
      { kind: 'paragraph', text: '一\n二' },
      { kind: 'heading', text: '一 二' },
    ]);
  });

  it.each([
    ['a NUL', 'a\u0000b', 0],
    ['a mark that turns the direction of the text', 'a\u202Eb', 0x202e],
    ['half a surrogate pair', 'a\uD842b', 0xd842],
  ])('is never printed with %s', (_name, name, codePoint) => {
    const attempt = () => fillTemplate(noticeOf('{{ store.name }}'), named(name));
    expect(attempt).toThrow(new UnprintableTextError('store.name', codePoint));
  });
});
