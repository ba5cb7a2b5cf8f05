import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { runAt } from '../support/command-line.js';

/** The start of `new`: small, complete, quick to compile. */
let start: string;
let place: string;

const run = (args: readonly string[], language: 'ja' | 'en' = 'ja') => runAt(place, args, language);

const at = (...path: string[]) => join(place, ...path);

function change(file: string, from: string, to: string): void {
  const text = readFileSync(at('camera', file), 'utf8');
  if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
  writeFileSync(at('camera', file), text.replace(from, to));
}

beforeAll(async () => {
  start = mkdtempSync(join(tmpdir(), 'procedure-start-'));
  await run(['new', join(start, 'camera')]);
});

afterAll(() => rmSync(start, { recursive: true }));

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'procedure-'));
  cpSync(start, place, { recursive: true });
});

afterEach(() => rmSync(place, { recursive: true }));

describe('tetsuzuki check', () => {
  it('says that a folder is sound and ends with 0', async () => {
    expect(await run(['check', at('camera')])).toEqual({
      status: 0,
      stdout: 'camera: 問題はありません（例7件）。\n',
      stderr: '',
    });
  });

  it('names file, line, column, rule, what is wrong and what was meant, and ends with 1', async () => {
    change('workflow.json', '"start": "review"', '"start": "reviw"');
    const { status, stdout } = await run(['check', at('camera')]);
    expect(stdout).toMatch(/^camera\/workflow\.json:3:12 {2}エラー {2}start-unknown {2}.*reviw/);
    expect(stdout).toContain('review');
    expect(status).toBe(1);
  });

  it('places a mistake in an expression to the letter', async () => {
    change('form.schema.json', 'plan.other_amount < plan.cost', 'plan.other_amount < plan.costs');
    const { stdout } = await run(['check', at('camera')], 'en');
    const [, line = '', column = ''] = /^camera\/form\.schema\.json:(\d+):(\d+) {2}error/.exec(stdout) ?? [];
    const text = readFileSync(at('camera', 'form.schema.json'), 'utf8').split('\n')[Number(line) - 1] ?? '';
    expect(text.slice(Number(column) - 1)).toMatch(/^(?:plan\.)?costs/);
  });

  it('says which example no longer holds', async () => {
    change('tables/rates.csv', 'new,0.75,300000', 'new,0.75,250000');
    const { status, stdout } = await run(['check', at('camera')]);
    expect(stdout).toMatch(/^camera\/examples\/02-cap\.json:\d+:\d+ .*example-differs.*300000.*250000/);
    expect(status).toBe(1);
  });

  it('does not fail for a warning', async () => {
    change('texts/en.json', '"書類": "Documents",', '');
    const { status, stdout } = await run(['check', at('camera')]);
    expect(stdout).toMatch(/^camera\/texts\/en\.json:1:1 {2}注意 {2}english-missing .*「書類」/);
    expect(stdout).toMatch(/問題はありません（例7件、注意1件）。\n$/);
    expect(status).toBe(0);
  });

  it('gives programs the same in JSON, in both languages', async () => {
    change('workflow.json', '"start": "review"', '"start": "reviw"');
    const { status, stdout } = await run(['check', at('camera'), '--json']);
    expect(JSON.parse(stdout)).toContainEqual({
      file: 'camera/workflow.json',
      line: 3,
      column: 12,
      place: '/start',
      rule: 'start-unknown',
      level: 'error',
      sentence: { ja: expect.stringContaining('reviw'), en: expect.stringContaining('reviw') },
      cure: expect.anything(),
    });
    expect(status).toBe(1);
  });
});

describe("a clerk's slip", () => {
  const reported = async (...folders: string[]) => {
    const { status, stdout, stderr } = await run(['check', ...folders]);
    expect([status, stderr]).toEqual([1, '']);
    return stdout;
  };

  it.each([
    ['a folder that is not there', 'folder-missing', () => at('nowhere')],
    ['a file instead of a folder', 'not-a-folder', () => at('camera', 'procedure.json')],
    [
      'an empty folder',
      'folder-empty',
      () => {
        mkdirSync(at('empty'));
        return at('empty');
      },
    ],
    [
      'a file saved in Shift_JIS',
      'file-shift-jis',
      () => {
        writeFileSync(at('camera', 'tables', 'rates.csv'), Buffer.from([0x93, 0xfa, 0x96, 0x7b]));
        return at('camera');
      },
    ],
    [
      'a file that is no text',
      'file-not-utf8',
      () => {
        writeFileSync(at('camera', 'messages', 'received.md'), Buffer.from([0xff, 0xfe, 0xfd, 0x80]));
        return at('camera');
      },
    ],
    [
      'JSON that breaks off',
      'json-syntax',
      () => {
        writeFileSync(at('camera', 'form.schema.json'), '{ "type": "object", ');
        return at('camera');
      },
    ],
  ])('%s is named, without a stack trace', async (_name, rule, folder) => {
    expect(await reported(folder())).toContain(`  エラー  ${rule}  `);
  });

  it('does not keep the other folders from being checked', async () => {
    expect(await reported(at('nowhere'), at('camera'))).toMatch(/folder-missing[^]*camera: 問題はありません/);
  });

  it('like a byte order mark is none at all', async () => {
    for (const file of ['procedure.json', 'workflow.json', 'tables/rates.csv', 'messages/received.md']) {
      writeFileSync(at('camera', file), `\uFEFF${readFileSync(at('camera', file), 'utf8')}`);
    }
    expect(await run(['check', at('camera')])).toMatchObject({ status: 0 });
  });
});

describe('tetsuzuki test', () => {
  it('lives through one example, named by its number', async () => {
    const { status, stdout } = await run(['test', at('camera'), '05'], 'en');
    expect(stdout).toMatch(/^ok {4} examples\/05-correction\.json .*\nAll 1 examples hold\.\n$/);
    expect(status).toBe(0);
  });

  it('says what was expected and what came out', async () => {
    change('examples/02-cap.json', '300000', '300001');
    const { status, stdout } = await run(['test', at('camera')]);
    expect(stdout).toContain('× examples/02-cap.json');
    expect(stdout).toMatch(/\/plan\/grant.*300001.*300000/);
    expect(stdout).toMatch(/期待どおり6件、違うもの1件。\n$/);
    expect(status).toBe(1);
  });

  it('suggests the example that was meant', async () => {
    const { status, stderr } = await run(['test', at('camera'), '01-grantd']);
    expect(stderr).toBe('例「01-grantd」がありません。「01-granted」のことですか。\n');
    expect(status).toBe(2);
  });
});

describe('tetsuzuki explain', () => {
  it('tells what is asked, computed and decided, and why', async () => {
    const { status, stdout } = await run(['explain', at('camera'), '03']);
    expect(stdout).toContain(
      '「新設か取替えか」が「今あるカメラを取り替える」だから、「今のカメラを付けた日」を聞いています。',
    );
    expect(stdout).toMatch(/補助の額（円） ＝ .*125,000/);
    expect(stdout).toContain('messages/received.md');
    expect(status).toBe(0);
  });

  it('tells it in English, and in JSON', async () => {
    const { stdout } = await run(['explain', at('camera'), '04', '--lang', 'en', '--json']);
    const { chapters } = JSON.parse(stdout) as { chapters: { kind: string; problems: unknown[] }[] };
    expect(chapters).toHaveLength(1);
    expect(chapters[0]?.problems[0]).toMatchObject({
      level: 'error',
      sentence: 'The other grant is not below the cost. Please check the amounts.',
      because: expect.stringContaining('“Cost (yen, with tax)”'),
    });
  });

  it('names what four eyes refuse', async () => {
    const { stdout } = await run(['explain', at('camera'), '01']);
    expect(stdout).toContain('sato の「交付を決定する」は認められません（four-eyes）');
  });
});

describe('tetsuzuki types', () => {
  it('writes the same types again', async () => {
    const file = at('camera', 'answers.d.ts');
    const before = readFileSync(file, 'utf8');
    rmSync(file);
    expect(await run(['types', at('camera'), '--check'])).toMatchObject({ status: 1 });
    expect(await run(['types', at('camera')])).toMatchObject({
      status: 0,
      stdout: 'camera/answers.d.ts を書きました。\n',
    });
    expect(readFileSync(file, 'utf8')).toBe(before);
    expect(await run(['types', at('camera'), '--check'])).toMatchObject({ status: 0 });
  });

  it('names the problems of a form whose types it cannot write', async () => {
    change('form.schema.json', '"type"', '"typ"');
    const { status, stdout, stderr } = await run(['types', at('camera')]);
    expect(stdout).toMatch(/^camera\/form\.schema\.json:\d+:\d+ {2}エラー/);
    expect([status, stderr]).toEqual([1, '']);
  });
});

describe('tetsuzuki new', () => {
  it('makes a procedure of that name without a problem or a warning', async () => {
    const made = await run(['new', at('bicycle'), '--title', '自転車補助金', '--title-en', 'Bicycle grant']);
    expect(made).toMatchObject({ status: 0, stderr: '' });
    const info = JSON.parse(readFileSync(at('bicycle', 'procedure.json'), 'utf8')) as unknown;
    expect(info).toMatchObject({ id: 'bicycle', title: '自転車補助金' });
    const { stdout } = await run(['check', at('bicycle'), '--json']);
    expect(JSON.parse(stdout)).toEqual([]);
  });

  it('never writes over what is there', async () => {
    const before = readFileSync(at('camera', 'procedure.json'), 'utf8');
    expect(await run(['new', at('camera')])).toMatchObject({ status: 2, stdout: '' });
    expect(readFileSync(at('camera', 'procedure.json'), 'utf8')).toBe(before);
  });

  it('refuses a name that no procedure may have, and makes nothing', async () => {
    const { status, stdout } = await run(['new', at('Camera_2')]);
    expect([status, existsSync(at('Camera_2'))]).toEqual([1, false]);
    expect(stdout).toContain('wrong-id');
  });
});

describe('tetsuzuki feel', () => {
  it('prints one line of JSON and ends with 0', async () => {
    const cases = [
      { suite: 'a', id: '1', expression: '1 + 2', expected: { type: 'decimal', value: '3' } },
      { suite: 'b', id: '2', expression: '1 + 2', expected: { type: 'decimal', value: '4' } },
    ];
    writeFileSync(at('cases.json'), JSON.stringify(cases));
    const { status, stdout } = await run(['feel', '--cases', at('cases.json')]);
    expect(stdout).toMatch(/^.+\n$/);
    expect(JSON.parse(stdout)).toEqual({
      held: 1,
      total: 2,
      perSuite: { a: { held: 1, total: 1 }, b: { held: 0, total: 1 } },
    });
    expect(status).toBe(0);
  });

  it('says that it needs cases, and when a file has none', async () => {
    writeFileSync(at('cases.json'), '{}');
    expect(await run(['feel'])).toMatchObject({ status: 2 });
    expect(await run(['feel', '--cases', at('cases.json')])).toMatchObject({ status: 2, stdout: '' });
    expect(await run(['feel', '--cases', at('none.json')])).toMatchObject({ status: 2, stdout: '' });
  });
});

describe('the command line', () => {
  it('says how it is used, and ends with 2', async () => {
    expect(await run([])).toMatchObject({ status: 2, stderr: expect.stringContaining('使い方') });
    expect(await run(['check'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('tetsuzuki check'),
    });
    expect(await run(['constructor', 'x'])).toMatchObject({ status: 2 });
    expect(await run(['types', 'x', '--wrote'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--wrote'),
    });
  });

  it.each<readonly [readonly string[], string]>([
    [['check'], '<フォルダー>… を指定してください。'],
    [['explain', 'a', 'b', 'c'], '指定が多すぎます（3個）。空白を含む名前は引用符で囲んでください。'],
    [['--json', 'check'], '命令を先に、--json をその後ろに書いてください。'],
    [['check', '--lang', 'fr', 'a'], '--lang は ja か en です。'],
  ])('tells who wrote %j what to write', async (args, sentence) => {
    const { status, stdout, stderr } = await run(args);
    expect([status, stdout, stderr.split('\n')[0]]).toEqual([2, '', sentence]);
  });

  it('lists the examples there are when no name comes near', async () => {
    expect(await run(['test', at('camera'), 'zzzzzzzz'])).toEqual({
      status: 2,
      stdout: '',
      stderr:
        '例「zzzzzzzz」がありません。あるのは：01-granted、02-cap、03-replace-with-other、04-other-too-large、05-correction、06-refused、07-withdrawn\n',
    });
  });

  it('suggests the command that was meant', async () => {
    expect((await run(['chekc', 'x'], 'en')).stderr).toMatch(
      /^There is no command “chekc”\. Did you mean “check”\?/,
    );
  });

  it('explains each command', async () => {
    for (const command of ['check', 'test', 'explain', 'types', 'new', 'feel']) {
      const { status, stdout } = await run([command, '--help'], 'en');
      expect([status, stdout]).toEqual([
        0,
        expect.stringMatching(new RegExp(`^Usage: tetsuzuki ${command} `)),
      ]);
    }
  });

  it('starts as a program, in the language of the environment', () => {
    const cli = join(process.cwd(), 'dist/server/cli.js');
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'check', 'nowhere'], {
      cwd: place,
      encoding: 'utf8',
      env: { LANG: 'en_US.UTF-8' },
    });
    expect([status, stderr]).toEqual([1, '']);
    expect(stdout).toMatch(/^nowhere {2}error {2}folder-missing {2}No such folder\./);
  });
});
