import { describe, expect, it } from '@jest/globals';
import { compileTemplate } from '../../../src/engine/notice/compile-template.js';
import { noticeContext } from '../../../src/engine/notice/notice-context.js';
import { smallForm, smallProcedure } from '../workflow/small-procedure.js';
import { compileLines, noticeOf } from './template-of.js';

const head = ['---', 'subject: お知らせ', '---'];

/** Problems of a message of the small procedure whose text starts on line 4. */
const problemsOf = (...lines: readonly string[]) =>
  compileLines('message', 'decided', [...head, ...lines]).problems.map(({ path, code, params }) => [
    path,
    code,
    params ?? {},
  ]);

it('reads no control that lies too deep, however many there are', () => {
  const codes = problemsOf(...Array.from({ length: 20_000 }, () => '{{#if store.name != null }}')).map(
    ([, code]) => code,
  );
  expect(codes.filter((code) => code === 'too-deep')).toHaveLength(1);
  expect(new Set(codes)).toEqual(new Set(['too-deep', 'control-not-closed']));
});

describe('the lines of a template', () => {
  it('have the style of the word before the full-width colon', () => {
    const { body } = noticeOf(
      '右：文書番号',
      '中央：記',
      '宛先：海鮮まる　様',
      '発信者：知事',
      '表題：決定通知書',
      '見出し：お問合せ',
      '注：控えを残してください。',
      'フッター：産業課',
      '1　対象店舗',
      '２　支給額',
      '',
      '注意：普通の文です。',
    );
    expect(body.map((node) => (node.kind === 'line' ? [node.style, node.content] : node.kind))).toEqual([
      ['right', [{ text: '文書番号' }]],
      ['center', [{ text: '記' }]],
      ['addressee', [{ text: '海鮮まる　様' }]],
      ['sender', [{ text: '知事' }]],
      ['title', [{ text: '決定通知書' }]],
      ['heading', [{ text: 'お問合せ' }]],
      ['note', [{ text: '控えを残してください。' }]],
      ['footer', [{ text: '産業課' }]],
      ['item', [{ text: '1　対象店舗' }]],
      ['item', [{ text: '２　支給額' }]],
      ['blank', []],
      ['paragraph', [{ text: '注意：普通の文です。' }]],
    ]);
  });

  it('in bars are a row, cut outside the placeholders', () => {
    const { body } = noticeOf(
      '| 店 | {{ if store.kind = "a|b" then "|" else store.name }} |'.replace('a|b', 'chain'),
    );
    expect(body).toMatchObject([
      {
        kind: 'row',
        cells: [
          [{ text: '店' }],
          [{ expression: { source: 'if store.kind = "chain" then "|" else store.name' } }],
        ],
      },
    ]);
  });

  it('may hold braces of FEEL in a placeholder', () => {
    const { body } = noticeOf('{{ {a: {b: "}}"}}.a.b }}です');
    expect(body).toMatchObject([
      { content: [{ expression: { source: '{a: {b: "}}"}}.a.b' } }, { text: 'です' }] },
    ]);
  });

  it('nest in conditions and repeats', () => {
    const { body } = noticeOf(
      '{{#each row in sales.rows}}',
      '{{#if row.amount > 100}}',
      '多い：{{ row.amount }}',
      '{{#else}}',
      '少ない',
      '{{/if}}',
      '{{/each}}',
    );
    expect(body).toMatchObject([
      {
        kind: 'each',
        name: 'row',
        body: [
          {
            kind: 'if',
            condition: { source: 'row.amount > 100' },
            then: [{ kind: 'line', style: 'paragraph' }],
            else: [{ kind: 'line', content: [{ text: '少ない' }] }],
          },
        ],
      },
    ]);
  });
});

describe('problems of the text', () => {
  it.each<[name: string, lines: readonly string[], expected: readonly unknown[]]>([
    [
      'an unknown name, with the one that was meant',
      ['{{ stor.name }}'],
      [
        'messages/decided.md#4',
        'expression-unknown-name',
        expect.objectContaining({ name: 'stor', suggestion: 'store' }),
      ],
    ],
    [
      'an unknown field on its line',
      ['一行目', '{{ store.nmae }}'],
      ['messages/decided.md#5', 'expression-unknown-field', expect.objectContaining({ suggestion: 'name' })],
    ],
    ['a placeholder left open', ['{{ store.name'], ['messages/decided.md#4', 'placeholder-not-closed', {}]],
    [
      'a placeholder closed alone',
      ['store.name }}'],
      ['messages/decided.md#4', 'placeholder-not-opened', {}],
    ],
    ['a placeholder of nothing', ['{{ }}'], ['messages/decided.md#4', 'placeholder-blank', {}]],
    [
      'a placeholder that is a whole page',
      ['{{ store }}'],
      ['messages/decided.md#4', 'placeholder-not-printable', { source: 'store' }],
    ],
    [
      'a control inside a line',
      ['もし{{#if warnings = 0}}なら'],
      ['messages/decided.md#4', 'control-not-alone', { control: '#if warnings = 0' }],
    ],
    [
      'a condition left open',
      ['{{#if warnings = 0}}', '文'],
      ['messages/decided.md#4', 'control-not-closed', { control: '#if' }],
    ],
    [
      'an end without a start',
      ['文', '{{/each}}'],
      ['messages/decided.md#5', 'control-not-opened', { control: '/each' }],
    ],
    [
      'an else without a condition',
      ['文', '{{#else}}'],
      ['messages/decided.md#5', 'control-not-opened', { control: '#else' }],
    ],
    [
      'a condition of nothing',
      ['{{#if}}', '文', '{{/if}}'],
      ['messages/decided.md#4', 'control-without-condition', { control: '#if' }],
    ],
    [
      'a condition that is a number',
      ['{{#if sales.total}}', '文', '{{/if}}'],
      ['messages/decided.md#4', 'condition-not-boolean', { source: 'sales.total', actual: 'number' }],
    ],
    [
      'a repeat without a name',
      ['{{#each sales.rows}}', '文', '{{/each}}'],
      ['messages/decided.md#4', 'each-needs-name-and-list', { source: 'sales.rows' }],
    ],
    [
      'a repeat of what is no list',
      ['{{#each item in store.name}}', '文', '{{/each}}'],
      ['messages/decided.md#4', 'each-needs-list', { source: 'store.name', actual: 'string' }],
    ],
    [
      'a repeat that takes a name in use',
      ['{{#each store in sales.rows}}', '文', '{{/each}}'],
      ['messages/decided.md#4', 'each-name-taken', { name: 'store' }],
    ],
    ['a text of nothing', [''], ['messages/decided.md', 'template-blank', {}]],
  ])('report %s', (_name, lines, expected) => {
    expect(problemsOf(...lines)).toEqual([expected]);
  });
});

describe('front matter', () => {
  const reported = (lines: readonly string[]) =>
    compileLines('notice', 'grant-decision', lines).problems.map(({ path, code, params }) => [
      path,
      code,
      params ?? {},
    ]);

  it('must be there', () => {
    expect(reported(['文'])).toEqual([['notices/grant-decision.md#1', 'front-matter-missing', {}]]);
  });

  it('has known keys with known values, each once', () => {
    expect(
      reported(['---', 'titel: 通知', 'title: 通知', 'title: 通知', 'layout: leter', '?', '---', '文']),
    ).toEqual([
      ['notices/grant-decision.md#2', 'unknown-key', { key: 'titel', suggestion: 'title' }],
      ['notices/grant-decision.md#4', 'duplicate-key', { key: 'title' }],
      ['notices/grant-decision.md#6', 'front-matter-line', { line: '?' }],
      [
        'notices/grant-decision.md#5',
        'unknown-choice',
        { value: 'leter', choices: 'letter, vertical, certificate, sticker, ticket, cover, list' },
      ],
    ]);
  });

  it('may hold placeholders', () => {
    const { template } = compileLines('message', 'decided', [
      '---',
      'subject: {{ application.number }}の決定',
      '---',
      '文',
    ]);
    expect(template?.head['subject']).toMatchObject([
      { expression: { source: 'application.number' } },
      { text: 'の決定' },
    ]);
  });
});

describe('a placeholder that can come out empty', () => {
  const empty = (source: string, name: string, line = 4) => [
    [`messages/decided.md#${line}`, 'placeholder-may-be-empty', { source, name }],
  ];

  it('is reported for an optional answer, and not for a required one', () => {
    expect(problemsOf('{{ store.note }}')).toEqual(empty('store.note', 'store.note'));
    expect(problemsOf('{{ store.name }}')).toEqual([]);
  });

  it('is reported for an answer that is not always asked', () => {
    expect(problemsOf('{{ store.branch }}')).toEqual(empty('store.branch', 'store.branch'));
  });

  it('is guarded by a condition that reads it', () => {
    expect(problemsOf('{{#if store.note != null}}', '{{ store.note }}', '{{/if}}')).toEqual([]);
  });

  it('is guarded by the condition under which it is asked', () => {
    expect(problemsOf('{{#if store.kind = "chain"}}', '{{ store.branch }}', '{{/if}}')).toEqual([]);
    expect(problemsOf('{{#if store.kind = "single"}}', '{{ store.branch }}', '{{/if}}')).toEqual(
      empty('store.branch', 'store.branch', 5),
    );
  });

  it('is no problem where the expression itself has an answer for it', () => {
    expect(problemsOf('{{ if store.note = null then "なし" else store.note }}')).toEqual([]);
    expect(problemsOf('{{ "備考：" + store.note }}')).toEqual(empty('"備考：" + store.note', 'store.note'));
  });

  it('is judged row by row in a repeat', () => {
    expect(problemsOf('{{#each line in sales.rows}}', '{{ line.amount }}', '{{/each}}')).toEqual([]);
    expect(problemsOf('{{#each line in sales.rows}}', '{{ line.memo }}', '{{/each}}')).toEqual(
      empty('line.memo', 'line.memo', 5),
    );
    expect(
      problemsOf(
        '{{#each line in sales.rows}}',
        '{{#if line.memo != null}}',
        '{{ line.memo }}',
        '{{/if}}',
        '{{/each}}',
      ),
    ).toEqual([]);
  });

  it('is reported for a document number of what is not numbered', () => {
    expect(problemsOf('{{ notice.document_number }}')).toEqual(
      empty('notice.document_number', 'notice.document_number'),
    );
    expect(() => noticeOf('{{ notice.document_number }}')).not.toThrow();
  });

  it('is reported for a reason that the sending action does not ask for', () => {
    expect(problemsOf('{{ action.public_reason }}')).toEqual(
      empty('action.public_reason', 'action.public_reason'),
    );
  });

  it('is reported for a staff field that some way to the sending action passes by', () => {
    expect(problemsOf('{{ staff.pass.confirmed_on }}')).toEqual(
      empty('staff.pass.confirmed_on', 'staff.pass.confirmed_on'),
    );
  });

  it('is no problem for what the sending action itself requires', () => {
    const context = noticeContext(smallForm, smallProcedure.workflow, 'message', 'correction-request');
    const text = [
      ...head,
      '{{ correction.due_on }}まで',
      '{{#each item in correction.items}}',
      '{{ item.label }}：{{ item.comment }}',
      '{{/each}}',
    ];
    expect(compileTemplate('correction-request', 'message', text.join('\n'), context).problems).toEqual([]);
  });
});
