import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { writeFolder } from '../../../src/procedures/write-folder.js';
import { runAt } from '../../support/command-line.js';
import { page } from '../../support/small-procedure.js';
import { smallGrantFiles } from './small-grant.js';

let folder: string;
const examples = () => readdirSync(join(folder, 'examples')).sort();

const run = (...args: readonly string[]) => runAt(folder, args);

const files = (rate: number) =>
  smallGrantFiles({
    pages: {
      store: page(
        {
          open_late: { type: 'boolean', title: '深夜営業' },
          amount: {
            type: 'integer',
            title: '支給額',
            'x-compute': `if store.open_late then ${rate} else 1000`,
          },
        },
        { required: ['open_late'] },
      ),
    },
  });

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cover-'));
  await writeFolder(folder, {}, files(2000));
});

afterEach(() => rmSync(folder, { recursive: true }));

describe('tetsuzuki cover', () => {
  it('says how much its applicants reach', async () => {
    const { status, stdout } = await run('cover', folder);
    expect(stdout).toContain('式の枝分かれ: 2/2');
    expect(stdout).toMatch(/申請者2人で、(\d+)のうち\1（100%）に届きます。\n$/);
    expect(status).toBe(0);
  });

  it('writes them as examples, once, and leaves those written by hand', async () => {
    await run('cover', folder, '--write');
    const written = examples();
    expect(written).toHaveLength(2);
    const byHand = join(folder, 'examples', '01-by-hand.json');
    writeFileSync(byHand, readFileSync(join(folder, 'examples', written[0] ?? ''), 'utf8'));
    expect((await run('cover', folder, '--write')).stdout).toMatch(
      /例のファイルを0個、書いたか消しました。\n$/,
    );
    expect(examples()).toEqual(['01-by-hand.json', ...written]);
  });

  it('says whose results an edit changed, and ends with 1 until they are written anew', async () => {
    await run('cover', folder, '--write');
    await writeFolder(folder, files(2000), files(3000));
    const { status, stdout } = await run('cover', folder);
    expect(stdout).toMatch(/× examples\/generated-01-\S+ {2}深夜営業：はい/);
    expect(stdout).toContain('前につくった例のうち1件の結果が変わりました。');
    expect(status).toBe(1);
    expect((await run('cover', folder, '--write')).status).toBe(0);
    expect((await run('cover', folder)).status).toBe(0);
  });

  it('gives the same to programs', async () => {
    const { stdout } = await run('cover', folder, '--json');
    const { goals, applicants, stale } = JSON.parse(stdout) as Record<
      string,
      readonly { verdict?: string }[]
    >;
    expect(goals?.every(({ verdict }) => verdict === 'reached')).toBe(true);
    expect(applicants).toHaveLength(2);
    expect(stale).toEqual([]);
  });
});
