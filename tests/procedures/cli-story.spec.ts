import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { runAt } from '../support/command-line.js';

let place: string;

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'story-'));
});

afterEach(() => rmSync(place, { recursive: true }));

const tetsuzuki = (...args: readonly string[]) => runAt(place, args);

it('an author makes a procedure, raises a limit, sees what that does, gives a question another name and reads the story', async () => {
  const [before, now] = [join(place, 'before'), join(place, 'bicycle')];
  const rates = join(now, 'tables', 'rates.csv');

  expect((await tetsuzuki('new', now, '--title', '自転車置き場補助金')).status).toBe(0);
  expect(await tetsuzuki('check', now)).toEqual({
    status: 0,
    stdout: 'bicycle: 問題はありません（例7件）。\n',
    stderr: '',
  });
  expect((await tetsuzuki('cover', now, '--write')).stdout).toContain('（100%）に届きます。');
  cpSync(now, before, { recursive: true });

  writeFileSync(rates, readFileSync(rates, 'utf8').replace('300000', '400000'));
  const broken = await tetsuzuki('test', now, '02-cap');
  expect(broken.status).toBe(1);
  expect(broken.stdout).toContain('期待は 300000、実際は 375000 です。');
  expect((await tetsuzuki('diff', before, now)).stdout).toContain(
    '表 rates：「new」の cap が300,000から400,000に変わりました。',
  );

  expect((await tetsuzuki('rename', now, 'applicant.rep_name', 'leader')).status).toBe(0);
  expect((await tetsuzuki('types', now)).status).toBe(0);
  const story = await tetsuzuki('explain', now, '01-granted');
  expect(story.status).toBe(0);
  expect(story.stdout).toContain('■ 提出');
});
