import { readFile } from 'node:fs/promises';
import { AskedWrongly, type Command, ExitCode } from './command.js';
import { type FeelCasesResult, NotCases, runFeelCases } from './feel-cases.js';

/** `feel --cases <file>`: one JSON line that says how many cases of the DMN conformance kit hold. */
export const feel: Command = {
  name: 'feel',
  usage: ['--cases <ファイル>', '--cases <file>'],
  summary: [
    '式の言語（FEEL）の適合試験を動かし、結果を JSON 1行で出す',
    'run conformance cases of the expression language; print one line of JSON',
  ],
  operands: { least: 0, most: 0 },
  options: [
    {
      name: 'cases',
      value: ['ファイル', 'file'],
      summary: ['試験の JSON ファイル', 'JSON file of cases: suite, expression, context, expected'],
    },
    {
      name: 'missed',
      value: null,
      summary: [
        '成り立たなかったものも挙げる（エラー出力）',
        'also name those that do not hold (error output)',
      ],
    },
  ],
  async run({ value, has }, io) {
    const file = value('cases');
    if (file === null)
      throw new AskedWrongly(['--cases <ファイル> が要ります。', 'It needs --cases <file>.']);
    const { held, total, perSuite, missed } = readAndRun(file, await readText(file));
    if (has('missed')) for (const line of missed) io.note(line, line);
    io.line({ held, total, perSuite });
    return ExitCode.fine;
  },
};

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new AskedWrongly([`${file} を読めません。`, `${file} cannot be read.`]);
  }
}

function readAndRun(file: string, text: string): FeelCasesResult {
  try {
    return runFeelCases(text);
  } catch (error) {
    if (!(error instanceof NotCases)) throw error;
    throw new AskedWrongly([
      `${file} は試験のファイルではありません：${error.message}`,
      `${file} is no file of cases: ${error.message}`,
    ]);
  }
}
