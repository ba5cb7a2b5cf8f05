import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { compileProcedure, type ProcedureFiles } from '#engine';
import { PlaceholderWords } from '../../builder-ui/src/letters/placeholder-words.js';
import { previewOf } from '../../builder-ui/src/letters/preview-of.js';
import {
  joinedLines,
  movedStretch,
  partedLine,
  readLetter,
  readLine,
  stretches,
  withoutStretch,
  writeLetter,
  writeLine,
} from '../../builder-ui/src/letters/template-lines.js';
import { readFolder } from '../../src/procedures/read-folder.js';

const words = new PlaceholderWords([
  { name: 'plan.grant', title: '計画 › 補助の額' },
  { name: 'store.name', title: '名前' },
  { name: 'owner.name', title: '名前' },
]);

describe('placeholders in words', () => {
  it.each([
    ['金{{ plan.grant }}円', '金〔計画 › 補助の額〕円'],
    ['{{ store.name }}の{{ owner.name }}', '〔名前〕の〔名前（owner.name）〕'],
    ['{{ notice.issued_on + duration("P1Y") }}まで', '〔＝notice.issued_on + duration("P1Y")〕まで'],
    ['{{plan.grant}}', '{{plan.grant}}'],
    ['括弧の〔中〕と {{ "}}" }}', '括弧の〔中〕と 〔＝"}}"〕'],
  ])('%s is written %s, and back', (source, written) => {
    expect(words.toWords(source)).toBe(written);
    expect(words.toSource(written)).toBe(source);
  });

  it('are removed as one', () => {
    const line = '金〔計画 › 補助の額〕円';
    expect(words.tokenAt(line, line.length - 1)).toEqual({ from: 1, to: line.length - 1 });
    expect(words.tokenAt(line, 1)).toBeNull();
    expect(words.tokenAt('〔ただの括弧〕', 7)).toBeNull();
  });
});

describe('the lines of a text', () => {
  it.each(['jitan-9', 'gold-sticker', '../src/cli/new/start'])(
    'of %s come back byte for byte',
    async (folder) => {
      const files = await readFolder(join('procedures', folder));
      const texts = Object.entries(files).filter(([file]) => file.endsWith('.md'));
      expect(texts.length).toBeGreaterThan(0);
      for (const [file, text] of texts) {
        const letter = readLetter(text);
        if (!letter) throw new Error(file);
        expect(writeLetter(letter, text)).toBe(text);
        for (const line of letter.body) {
          const read = readLine(line);
          if (read.kind === 'text' || read.kind === 'row') expect(writeLine(read)).toBe(line);
          expect(words.toSource(words.toWords(line))).toBe(line);
        }
      }
    },
  );

  const body = ['一', '{{#if a }}', '二', '{{#else}}', '三', '{{/if}}', '四'];

  it('belong to the condition around them', () => {
    expect(stretches(body).map(({ from, to, depth }) => [from, to, depth])).toEqual([
      [0, 1, 0],
      [1, 6, 0],
      [2, 3, 1],
      [3, 4, 0],
      [4, 5, 1],
      [5, 6, 0],
      [6, 7, 0],
    ]);
  });

  it('move and go with all that is in them', () => {
    expect(movedStretch(body, 1, 'up')).toEqual({ body: [...body.slice(1, 6), '一', '四'], at: 0 });
    expect(movedStretch(body, 0, 'down')).toEqual({ body: [...body.slice(1, 6), '一', '四'], at: 5 });
    expect(movedStretch(body, 2, 'down')).toBeNull();
    expect(withoutStretch(body, 1)).toEqual(['一', '四']);
  });

  it.each([
    ['見出し：支払について', ['支払', 'について'], ['見出し：支払', '見出し：について']],
    ['右：{{ notice.number }}', ['{{ notice.number }}', ''], ['右：{{ notice.number }}', '']],
    [
      '| 額 | {{ plan.grant }} |',
      ['| 額', ' | {{ plan.grant }} |'],
      ['| 額 | {{ plan.grant }} |', '|  |  |'],
    ],
  ] as const)('%s is parted into two of its kind', (line, text, parted) => {
    expect(partedLine(line, text)).toEqual(parted);
  });

  it.each([
    ['お知らせします。', '下の連絡先へ。', 'お知らせします。下の連絡先へ。'],
    ['', '右：大阪府知事', '右：大阪府知事'],
    ['注：返信できません。', '電話ください。', '注：返信できません。電話ください。'],
    ['{{#if a }}', '本文', null],
    ['本文', '| 額 | 円 |', null],
  ])('%s and %s are joined where both are text', (before, line, joined) => {
    expect(joinedLines(before, line)).toBe(joined);
  });

  it('without front matter are left to be written as they are', () => {
    expect(readLetter('本文だけ')).toBeNull();
  });
});

describe('a preview', () => {
  const sent = { kind: 'message', name: 'granted', example: '01-granted', language: 'en' } as const;
  const previewIn = (files: ProcedureFiles, wanted: Parameters<typeof previewOf>[2]) => {
    const compiled = compileProcedure(files);
    if (!compiled.ok) throw new Error('problems');
    return previewOf(compiled.procedure, files, wanted);
  };
  let files: ProcedureFiles;
  beforeAll(async () => {
    files = await readFolder('src/cli/new/start');
  });

  it('is in English for who wants that, where every line of the mail has it', () => {
    const preview = previewIn(files, sent);
    expect([preview?.language, preview?.isSent]).toEqual(['en', true]);
    expect(preview?.document.title).toMatch(/^[ -~]+$/);
  });

  it('is in Japanese for them, too, where a line has none', () => {
    const english = JSON.parse(files['texts/en.json'] ?? '') as Record<string, string>;
    Reflect.deleteProperty(english, '補助金の交付が決まりました（申込番号 {1}）');
    const preview = previewIn({ ...files, 'texts/en.json': JSON.stringify(english) }, sent);
    expect(preview?.language).toBe('ja');
    expect(preview?.document.title).toMatch(/^補助金の交付が決まりました/);
  });

  it('is of the last step where the example does not send it', () => {
    expect(previewIn(files, { ...sent, name: 'refused' })?.isSent).toBe(false);
  });
});
