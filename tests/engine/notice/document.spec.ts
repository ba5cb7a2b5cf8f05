import { describe, expect, it } from '@jest/globals';
import { documentToHtml } from '../../../src/engine/notice/document-html.js';
import { documentToText } from '../../../src/engine/notice/document-text.js';
import type { DocumentModel } from '../../../src/engine/notice/template.js';

const model: DocumentModel = {
  title: '補正のお願い',
  layout: 'letter',
  head: { subject: '補正のお願い' },
  blocks: [
    { kind: 'addressee', text: '海鮮まる　様' },
    { kind: 'blank', text: '' },
    { kind: 'paragraph', text: '次を直してください。\nhttps://example.jp/a/1' },
    { kind: 'heading', text: '直すところ' },
    {
      kind: 'table',
      rows: [
        ['申込番号', '0001-03-0000001-8'],
        ['店舗の名称', '<b>海鮮</b> & "まる"'],
      ],
    },
    {
      kind: 'table',
      rows: [
        ['項目', '内容', '直し方'],
        ['許可証', '期限切れ', '新しい写しを添付'],
      ],
    },
    { kind: 'right', text: '産業課' },
    { kind: 'footer', text: 'このメールには返信できません。' },
  ],
};

describe('a document as text', () => {
  it('reads from top to bottom, the footer last', () => {
    expect(documentToText(model)).toBe(
      [
        '海鮮まる　様',
        '',
        '次を直してください。',
        'https://example.jp/a/1',
        '■ 直すところ',
        '・申込番号：0001-03-0000001-8',
        '・店舗の名称：<b>海鮮</b> & "まる"',
        '・項目　内容　直し方',
        '・許可証　期限切れ　新しい写しを添付',
        '産業課',
        '',
        '――――――――――',
        'このメールには返信できません。',
        '',
      ].join('\n'),
    );
  });
});

describe('a document as HTML', () => {
  it('has a language, real headings and tables with their labels marked, and escapes every text', () => {
    expect(documentToHtml(model, { links: ['https://example.jp/a/1'] })).toBe(
      [
        '<!doctype html>',
        '<html lang="ja">',
        '<head>',
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<title>補正のお願い</title>',
        '</head>',
        '<body>',
        '<h1>補正のお願い</h1>',
        '<p>海鮮まる　様</p>',
        '<p>次を直してください。<br>',
        '<a href="https://example.jp/a/1">https://example.jp/a/1</a></p>',
        '<h2>直すところ</h2>',
        '<table>',
        '<tr><th scope="row">申込番号</th><td>0001-03-0000001-8</td></tr>',
        '<tr><th scope="row">店舗の名称</th><td>&lt;b&gt;海鮮&lt;/b&gt; &amp; &quot;まる&quot;</td></tr>',
        '</table>',
        '<table>',
        '<tr><th scope="col">項目</th><th scope="col">内容</th><th scope="col">直し方</th></tr>',
        '<tr><td>許可証</td><td>期限切れ</td><td>新しい写しを添付</td></tr>',
        '</table>',
        '<p align="right">産業課</p>',
        '<p><small>このメールには返信できません。</small></p>',
        '</body>',
        '</html>',
        '',
      ].join('\n'),
    );
  });

  it('makes no link of an address that the office did not give', () => {
    const html = documentToHtml({ ...model, blocks: [{ kind: 'paragraph', text: 'https://evil.example/' }] });
    expect(html).toContain('<p>https://evil.example/</p>');
    expect(html).not.toContain('<a ');
  });

  it('has one top heading when the document brings its own title', () => {
    const html = documentToHtml({ ...model, blocks: [{ kind: 'title', text: '決定通知書' }] });
    expect(html.match(/<h1>.*<\/h1>/g)).toEqual(['<h1>決定通知書</h1>']);
  });
});
