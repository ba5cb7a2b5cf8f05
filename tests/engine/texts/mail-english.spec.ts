import { describe, expect, it } from '@jest/globals';
import { compileProcedure, fillTemplate, translateTemplate } from '#engine';
import { sentenceOf, templateSentences } from '../../../src/engine/texts/translate-template.js';
import { readFolder } from '../../../src/procedures/read-folder.js';
import { compileLines } from '../notice/template-of.js';

function mailOf(...lines: readonly string[]) {
  const { template, problems } = compileLines('message', 'received', lines);
  if (!template) throw new Error(JSON.stringify(problems, null, 2));
  return template;
}

const mail = mailOf(
  '---',
  'subject: 受け付けました（{{ store.name }}）',
  '---',
  '{{ store.name }}を{{ store.opened_on }}に開いたお店として受け付けました。',
  '',
  '見出し：お店',
  '| 業態 | {{ store.kind }} |',
  '{{ link }}',
);
const english: Readonly<Record<string, string>> = {
  '受け付けました（{1}）': 'We have your application ({1})',
  '{1}を{2}に開いたお店として受け付けました。': 'Opened on {2}, the store {1} has applied.',
  お店: 'Store',
  業態: 'Kind',
  チェーン店: 'Part of a chain',
};
const facts = {
  store: { name: '海風', kind: 'chain', opened_on: '2021-11-01' },
  link: 'https://example.jp/a',
};

describe('a mail in English', () => {
  it('is its lines as sentences, in which the placeholders are numbered', () => {
    expect(templateSentences(mail)).toEqual([
      '受け付けました（{1}）',
      '{1}を{2}に開いたお店として受け付けました。',
      'お店',
      '業態',
    ]);
    expect(sentenceOf(mail.head['subject'] ?? [])).toBe('受け付けました（{1}）');
  });

  it('puts the values where the English has them, with dates and choices in English', () => {
    const translated = translateTemplate(mail, (text) => english[text]);
    expect(translated && fillTemplate(translated, facts, 'en')).toEqual({
      title: 'We have your application (海風)',
      layout: 'letter',
      head: { subject: 'We have your application (海風)' },
      blocks: [
        { kind: 'paragraph', text: 'Opened on 1 November 2021, the store 海風 has applied.' },
        { kind: 'blank', text: '' },
        { kind: 'heading', text: 'Store' },
        { kind: 'table', rows: [['Kind', 'Part of a chain']] },
        { kind: 'paragraph', text: 'https://example.jp/a' },
      ],
    });
  });

  it('is none while a line of it has no English, or English with other placeholders', () => {
    expect(translateTemplate(mail, (text) => (text === 'お店' ? undefined : english[text]))).toBeNull();
    const lost: typeof english = { ...english, '受け付けました（{1}）': 'We have your application' };
    expect(translateTemplate(mail, (text) => lost[text])).toBeNull();
  });
});

describe('a folder', () => {
  const problemsWith = async (japanese: string, said: string | undefined) => {
    const files = await readFolder('procedures/jitan-9');
    const texts = { ...JSON.parse(files['texts/en.json'] ?? ''), [japanese]: said };
    const compiled = compileProcedure({ ...files, 'texts/en.json': JSON.stringify(texts) });
    return compiled.ok ? compiled.warnings : compiled.problems;
  };
  const line = '支給決定通知書をマイページに用意しました。支給額と振込の予定日は、通知書でご確認ください。';

  it('is told which of its mails stay Japanese, and by which lines', async () => {
    expect(await problemsWith(line, undefined)).toMatchObject([
      {
        path: 'messages/decision-granted.md',
        code: 'mail-without-english',
        level: 'warning',
        params: { count: 1, texts: `「${line.slice(0, 30)}…」` },
      },
    ]);
  });

  it('is refused with English that would lose a value', async () => {
    expect(await problemsWith('{1}　様', 'Dear applicant,')).toMatchObject([
      {
        path: 'texts/en.json#/{1}　様',
        code: 'english-placeholders',
        level: 'error',
        params: { text: '{1}　様' },
      },
    ]);
  });
});
