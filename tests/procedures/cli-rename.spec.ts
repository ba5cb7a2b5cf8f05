import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { generateTypes, TYPES_FILE } from '../../src/procedures/generate-types.js';
import { readFolder } from '../../src/procedures/read-folder.js';
import { writeFolder } from '../../src/procedures/write-folder.js';
import { smallFolder } from '../engine/edit/small-folder.js';
import { runAt } from '../support/command-line.js';

let place: string;
const at = (...path: string[]) => join(place, ...path);

const run = (args: readonly string[], language: 'ja' | 'en' = 'ja') => runAt(place, args, language);

beforeEach(async () => {
  place = mkdtempSync(join(tmpdir(), 'rename-'));
  await writeFolder(at('small'), {}, { ...smallFolder, [TYPES_FILE]: await generateTypes(smallFolder) });
});

afterEach(() => rmSync(place, { recursive: true }));

describe('tetsuzuki rename', () => {
  it('renames a field in every file, makes the types again, and the folder is sound', async () => {
    expect(await run(['rename', at('small'), 'store.city', 'municipality'])).toEqual({
      status: 0,
      stdout: '4個のファイルの9か所を「municipality」に変えました。\n',
      stderr: '',
    });
    expect(readFileSync(at('small', TYPES_FILE), 'utf8')).toContain('municipality');
    expect((await run(['check', at('small')])).status).toBe(0);
  });

  it('leaves the folder as it was when the name is given back', async () => {
    const before = await readFolder(at('small'));
    for (const [thing, name] of [
      ['table:cities', 'towns'],
      ['column:towns.code', 'id'],
      ['column:towns.id', 'code'],
      ['table:towns', 'cities'],
      ['staff-field:pass.note', 'finding'],
      ['staff-field:pass.finding', 'note'],
      ['sales', 'turnover'],
      ['page:turnover', 'sales'],
    ])
      expect((await run(['rename', at('small'), thing ?? '', name ?? ''])).status).toBe(0);
    expect(await readFolder(at('small'))).toEqual(before);
  });

  it('lists the places and writes nothing with --dry-run', async () => {
    const before = await readFolder(at('small'));
    const { stdout } = await run(['rename', at('small'), 'team:north', 'south', '--dry-run'], 'en');
    expect(stdout).toBe(
      [
        'small/examples/01-granted.json:14:138  expectation',
        'small/tables/cities.csv:2:23  routing-table',
        'small/workflow.json:4:15  definition',
        'small/workflow.json:7:102  expression',
        'small/workflow.json:22:42  route',
        '5 place(s) in 3 file(s) would change.\n',
      ].join('\n'),
    );
    expect(await readFolder(at('small'))).toEqual(before);
  });

  it('refuses with a sentence and a place, and ends with 1', async () => {
    const { status, stdout } = await run(['rename', at('small'), 'store.city', 'name']);
    expect(status).toBe(1);
    expect(stdout).toContain('small/form.schema.json:8:9  エラー  name-taken  「name」という名前は');
    expect((await run(['rename', at('small'), 'store.cty', 'x'])).stdout).toContain(
      '「store.city」のことですか。',
    );
  });

  it('ends with 2 when it is asked for a kind that there is not', async () => {
    const { status, stderr } = await run(['rename', at('small'), 'stag:review', 'x'], 'en');
    expect(status).toBe(2);
    expect(stderr).toContain('Did you mean “stage”?');
  });
});

describe('a folder that is read and written', () => {
  it('has the same bytes: byte order mark, Windows line ends, no last line end, decomposed letters', async () => {
    const odd = {
      'form.schema.json': '\uFEFF{\r\n  "title": "か\u3099 塚 葛\u{E0100}"\r\n}',
      'tables/a.csv': '\uFEFFid\r\n1',
      'messages/a.md': '---\rsubject: x\r---\r',
    };
    await writeFolder(at('odd'), {}, odd);
    const read = await readFolder(at('odd'));
    expect(read).toEqual(odd);
    await writeFolder(at('copy'), {}, read);
    for (const file of Object.keys(odd))
      expect(readFileSync(at('copy', file)).equals(readFileSync(at('odd', file)))).toBe(true);
  });

  it.each(['jitan-9', 'gold-sticker'])('has the same bytes: procedures/%s', async (id) => {
    cpSync(join('procedures', id), at(id), { recursive: true });
    const read = await readFolder(at(id));
    await writeFolder(at('copy'), {}, read);
    for (const [file, text] of Object.entries(read)) {
      expect(readFileSync(at('copy', file)).equals(readFileSync(at(id, file)))).toBe(true);
      expect(Buffer.from(text).equals(readFileSync(at(id, file)))).toBe(true);
    }
  });

  it('has only those files written that changed', async () => {
    const before = await readFolder(at('small'));
    writeFileSync(at('small', 'notes.txt'), 'not of the procedure');
    const untouched = statSync(at('small', 'workflow.json')).mtimeMs;
    const { 'messages/received.md': received = '', ...rest } = before;
    const after = { ...rest, 'messages/arrived.md': received };
    expect(await writeFolder(at('small'), before, after)).toEqual([
      'messages/arrived.md',
      'messages/received.md',
    ]);
    expect(await readFolder(at('small'))).toEqual(after);
    expect(statSync(at('small', 'workflow.json')).mtimeMs).toBe(untouched);
    expect(readFileSync(at('small', 'notes.txt'), 'utf8')).toBe('not of the procedure');
  });
});
