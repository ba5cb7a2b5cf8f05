#!/usr/bin/env node
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compileForm, describeProblem, type Form, type Problem } from '#engine';
import { consoleLanguage } from './config/console-language.js';
import { checkFolder } from './procedures/check-folder.js';
import { generateTypes, TYPES_FILE } from './procedures/generate-types.js';
import { readFolder } from './procedures/read-folder.js';

const language = consoleLanguage();
const say = (ja: string, en: string) => process.stdout.write(`${language === 'ja' ? ja : en}\n`);

/** Prints each problem as `folder/file#place  sentence`. */
function print(folder: string, problems: readonly Problem[], form: Form | null): void {
  for (const problem of problems) {
    process.stdout.write(`${join(folder, problem.path)}  ${describeProblem(problem, form, language)}\n`);
  }
  if (problems.length > 0) {
    say(`${folder}: 問題が${problems.length}件あります。`, `${folder}: ${problems.length} problem(s).`);
  }
}

/** True when there is no problem. */
async function check(folder: string): Promise<boolean> {
  const { procedure, problems, examples } = await checkFolder(folder);
  print(folder, problems, procedure?.form ?? null);
  if (problems.length > 0) return false;
  say(`${folder}: 問題はありません（例${examples}件）。`, `${folder}: no problems (${examples} examples).`);
  return true;
}

async function types(folder: string): Promise<boolean> {
  const files = await readFolder(folder);
  const compiled = compileForm(files);
  if (!compiled.ok) {
    print(folder, compiled.problems, null);
    return false;
  }
  const file = join(folder, TYPES_FILE);
  await writeFile(file, await generateTypes(files));
  say(`${file} を書きました。`, `${file} written.`);
  return true;
}

const commands: Readonly<Record<string, (folder: string) => Promise<boolean>>> = { check, types };

/** @returns the exit code: 0 all well, 1 problems found, 2 asked wrongly */
async function main([name = '', ...folders]: readonly string[]): Promise<number> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command || folders.length === 0) {
    say(
      '使い方: tetsuzuki check <フォルダー>… | types <フォルダー>…',
      'Usage: tetsuzuki check <folder>… | types <folder>…',
    );
    return 2;
  }
  let code = 0;
  for (const folder of folders) {
    try {
      if (!(await command(folder))) code = 1;
    } catch (error) {
      if (!isMissing(error)) throw error;
      say(`${folder}: フォルダーが見つかりません。`, `${folder}: no such folder.`);
      code = 1;
    }
  }
  return code;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}

process.exitCode = await main(process.argv.slice(2));
