import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runAt } from '../support/command-line.js';

let place: string;
const at = (...path: string[]) => join(place, ...path);

const run = (args: readonly string[], language: 'ja' | 'en' = 'ja') => runAt(place, args, language);

function change(file: string, from: string, to: string): void {
  const text = readFileSync(at('new', file), 'utf8');
  if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
  writeFileSync(at('new', file), text.replace(from, to));
}

/** Answers of the first example, which the new version refuses for want of a department. */
function answers(): unknown {
  const [example] = [readFileSync(at('old', 'examples', '01-sales-floor.json'), 'utf8')];
  return (JSON.parse(example) as { answers: unknown }).answers;
}

beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'versions-'));
  cpSync('procedures/jitan-9', at('old'), { recursive: true });
  cpSync('procedures/jitan-9', at('new'), { recursive: true });
  change('procedure.json', '"2021-12-13T23:59:59+09:00"', '"2021-12-20T23:59:59+09:00"');
  change('tables/bands.csv', '0.3,25000,75000', '0.4,25000,75000');
  const lines = [
    { id: 'd1', kind: 'draft', answers: answers() },
    { id: 'd2', kind: 'draft', answers: {} },
  ];
  writeFileSync(at('stored.ndjson'), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
});

afterAll(() => rmSync(place, { recursive: true }));

const changes = [
  '■ 額・行き先・結果が変わることがある変更',
  '  表 bands：「C/sales」の rate が0.3から0.4に変わりました。  [tables/bands.csv#9]',
  '■ 緩やかになるもの',
  '  受付の終わりが「2021年12月13日 23:59:59」から「2021年12月20日 23:59:59」に変わりました。  [procedure.json#/acceptanceWindow/closesAt]',
];

describe('tetsuzuki diff', () => {
  it('says what changed, in groups by what it does', async () => {
    const { status, stdout } = await run(['diff', at('old'), at('new')]);
    expect(stdout.trimEnd().split('\n')).toEqual(changes);
    expect(status).toBe(0);
  });

  it('says that there is no difference', async () => {
    expect(await run(['diff', at('old'), at('old')], 'en')).toMatchObject({
      status: 0,
      stdout: 'There is no difference.\n',
    });
  });

  it('tries the new version on stored items, and names the change behind what it finds', async () => {
    const stored = ['--stored', at('stored.ndjson'), '--today', '2021-11-05'];
    const { stdout } = await run(['diff', at('old'), at('new'), ...stored]);
    expect(stdout.trimEnd().split('\n').slice(changes.length)).toEqual([
      '■ いまある下書きと申請',
      '  下書き2件：1件は影響なし、1件は計算の結果が変わります。',
      '  ・1件で、「協力金の日額」が変わります。  [d1]',
      '  ・1件で、「協力金の額」が変わります。  [d1]',
      '  ・1件で、「今回お支払いする額」が変わります。  [d1]',
      '■ そのもとになった変更',
      '  1件：表 bands：「C/sales」の rate が0.3から0.4に変わりました。',
    ]);
  });

  it('gives programs changes, report and a proposed plan, and writes the plan where it is asked to', async () => {
    const args = ['--stored', at('stored.ndjson'), '--plan', at('plan.json'), '--json'];
    const { stdout } = await run(['diff', at('old'), at('new'), ...args]);
    const answer = JSON.parse(stdout) as { plan: unknown };
    expect(answer).toMatchObject({
      changes: [{ code: 'table-cell', impact: 'changes-result', sentence: { ja: expect.any(String) } }, {}],
      report: { items: 2, drafts: { unaffected: 1, 'result-changed': 1 } },
      plan: { steps: [], default: { drafts: 'migrate', applications: 'pin' } },
    });
    expect(JSON.parse(readFileSync(at('plan.json'), 'utf8'))).toEqual(answer.plan);
  });

  it.each<readonly [string, readonly string[], string]>([
    [
      'a line that is no item',
      ['--stored', 'package.json'],
      'package.json の1行目は、下書きでも申請でもありません。',
    ],
    ['a file that is not there', ['--stored', 'none.ndjson'], 'ファイル none.ndjson がありません。'],
    [
      'a day that is none',
      ['--today', '2021-02-30', '--stored', 'none.ndjson'],
      '2021-02-30 は日付ではありません',
    ],
    ['both sources', ['--stored', 'x', '--database'], '--stored と --database は、どちらか1つです。'],
  ])('asks again for %s', async (_, args, sentence) => {
    const { status, stderr } = await run(['diff', at('old'), at('new'), ...args]);
    expect(stderr).toContain(sentence);
    expect(status).toBe(2);
  });

  it('says what is wrong with a folder that does not compile', async () => {
    const { status, stdout } = await run(['diff', at('old'), at('nowhere')]);
    expect(stdout).toContain('nowhere');
    expect(status).toBe(1);
  });
});
