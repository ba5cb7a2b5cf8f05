import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { describeCure, problem } from '#engine';
import { DEFINITION_SENTENCES } from '../../src/engine/problem-text/definition-sentences.js';
import { EXPRESSION_SENTENCES } from '../../src/engine/problem-text/expression-sentences.js';
import { FOLDER_SENTENCES } from '../../src/engine/problem-text/folder-sentences.js';
import { REVIEW_SENTENCES } from '../../src/engine/problem-text/review-sentences.js';
import { RULE_SENTENCES } from '../../src/engine/problem-text/rule-sentences.js';
import type { Sentences } from '../../src/engine/problem-text/sentences.js';

const PAGE = 'procedures/rules.md';
const HEAD = `# 手続のフォルダーを確かめる規則

手続のフォルダーを確かめたときに出る知らせの一覧です。「注意」は公開を止めません。そのほかは、直すまで公開できません。
{ } の中には、そのときの名前や数が入ります。

Every rule by which a procedure folder is checked, by its id. Those marked 注意 (warning) stop nothing; with any other a
folder is not published. Made from the sentences of the engine: \`WRITE_RULES=yes npm test -- tests/procedures/rules-page\`.
`;
const CHAPTERS: readonly (readonly [title: string, sentences: Sentences])[] = [
  ['フォルダーとファイル（Folder）', FOLDER_SENTENCES],
  ['procedure.json・様式・表（Form and tables）', DEFINITION_SENTENCES],
  ['審査・文面・例（Review, texts, examples）', REVIEW_SENTENCES],
  ['ファイルどうしの決まり（What files say together）', RULE_SENTENCES],
  ['計算式（Expressions）', EXPRESSION_SENTENCES],
];

it('the page of rules says what the engine says', () => {
  const page = [HEAD, ...CHAPTERS.map(chapter)].join('\n');
  if (process.env['WRITE_RULES'] === 'yes') writeFileSync(PAGE, page);
  expect(readFileSync(PAGE, 'utf8')).toBe(page);
});

function chapter([title, sentences]: (typeof CHAPTERS)[number]): string {
  return `## ${title}\n\n${Object.entries(sentences).map(entry).join('\n')}\n`;
}

function entry([code, [ja, en]]: readonly [string, Sentences[string]]): string {
  const found = problem('form.schema.json', code, { expected: '{expected}', actual: '{actual}' });
  const [cure, cureInEnglish] = [describeCure(found, 'ja'), describeCure(found, 'en')];
  const level = WARNINGS.has(code) ? '（注意）' : '';
  return `- **\`${code}\`**${level} ${ja}${cure ?? ''}\n  ${[en, cureInEnglish ?? ''].join(' ').trim()}`;
}

/** Codes that the engine's sources give as warnings only. */
const WARNINGS = new Set(
  readdirSync('src/engine', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => [
      ...readFileSync(join('src/engine', file), 'utf8').matchAll(/\bwarning\((?:[^;]*?),\s*'([a-z-]+)'/g),
    ])
    .map((match) => match[1] ?? ''),
);
