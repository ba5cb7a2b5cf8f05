import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

let place: string;

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'procedure-'));
  cpSync('procedures/jitan-9', join(place, 'jitan-9'), { recursive: true });
});

afterEach(() => rmSync(place, { recursive: true }));

/** Runs the built command beside the copied folder. */
function run(args: readonly string[], language = 'ja_JP.UTF-8') {
  const cli = join(process.cwd(), 'dist/server/cli.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd: place,
    encoding: 'utf8',
    env: { LANG: language },
  });
  return { status, stdout, stderr };
}

function change(file: string, from: string, to: string): void {
  const path = join(place, 'jitan-9', file);
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
  writeFileSync(path, text.replace(from, to));
}

describe('tetsuzuki check', () => {
  it('says that a folder is sound and ends with 0', () => {
    const { status, stdout } = run(['check', 'jitan-9']);
    expect(stdout).toMatch(/^jitan-9: 問題はありません（例\d+件）。\n$/);
    expect(status).toBe(0);
  });

  it('names file, place and what was meant, and ends with 1', () => {
    change('workflow.json', '"start": "automatic_check"', '"start": "automatic_chek"');
    const { status, stdout } = run(['check', 'jitan-9']);
    expect(stdout).toMatch(/^jitan-9\/workflow\.json#\/start {2}.*automatic_check/);
    expect(status).toBe(1);
  });

  it('says which example no longer holds', () => {
    change('tables/bands.csv', 'C/floor,C,0,25000,', 'C/floor,C,0,24000,');
    const { status, stdout } = run(['check', 'jitan-9']);
    expect(stdout).toContain('jitan-9/examples/');
    expect(status).toBe(1);
  });

  it('never shows a stack trace for a mistake in a file', () => {
    writeFileSync(join(place, 'jitan-9', 'form.schema.json'), '{ "type": "object", ');
    const { status, stdout, stderr } = run(['check', 'jitan-9']);
    expect(stdout).toMatch(/^jitan-9\/form\.schema\.json#1 {2}/);
    expect(stderr).toBe('');
    expect(status).toBe(1);
  });

  it('speaks English when asked', () => {
    expect(run(['check', 'nowhere'], 'en_US.UTF-8')).toEqual({
      status: 1,
      stdout: 'nowhere: no such folder.\n',
      stderr: '',
    });
  });
});

describe('tetsuzuki types', () => {
  it('writes the same types that are checked in', () => {
    const file = join(place, 'jitan-9', 'answers.d.ts');
    const before = readFileSync(file, 'utf8');
    rmSync(file);
    expect(run(['types', 'jitan-9'])).toMatchObject({
      status: 0,
      stdout: 'jitan-9/answers.d.ts を書きました。\n',
    });
    expect(readFileSync(file, 'utf8')).toBe(before);
  });
});

it('names the problems of a form whose types it cannot write', () => {
  change('form.schema.json', '"type"', '"typ"');
  const { status, stdout, stderr } = run(['types', 'jitan-9']);
  expect(stdout).toMatch(/^jitan-9\/form\.schema\.json#\/typ {2}/);
  expect(stderr).toBe('');
  expect(status).toBe(1);
});

it('says how it is used, and ends with 2', () => {
  expect(run([])).toMatchObject({ status: 2 });
  expect(run(['constructor', 'jitan-9'])).toMatchObject({ status: 2 });
});
