import { checkFiles } from '../procedures/check-folder.js';
import { checkAgainstOthers } from '../procedures/check-against-others.js';
import { readFolder, UnreadableFolder } from '../procedures/read-folder.js';
import { type Command, ExitCode, type Io } from './command.js';
import { type ReportedProblem, reportProblems } from './report-problems.js';

/** `check <folder>…`: compiles each folder and runs its examples; every problem at once. */
export const check: Command = {
  name: 'check',
  usage: ['<フォルダー>…', '<folder>…'],
  summary: ['手続のフォルダーを調べ、問題をすべて挙げる', 'check procedure folders and list every problem'],
  operands: { least: 1, most: Number.POSITIVE_INFINITY },
  options: [],
  async run({ operands }, io) {
    const reported: ReportedProblem[] = [];
    for (const [index, folder] of operands.entries()) {
      io.progress('調べています', 'Checking', index, operands.length);
      reported.push(...(await checkOne(folder, io)));
    }
    io.progress('調べました', 'Checked', operands.length, operands.length);
    io.json(reported);
    return reported.some((one) => one.level === 'error') ? ExitCode.problems : ExitCode.fine;
  },
};

async function checkOne(folder: string, io: Io): Promise<readonly ReportedProblem[]> {
  try {
    const files = await readFolder(folder);
    const { procedure, problems, warnings, examples } = await checkFiles(files);
    const form = procedure?.form ?? null;
    const others = form ? await checkAgainstOthers(folder, form) : [];
    const reported = reportProblems(io, folder, files, [...problems, ...warnings, ...others], form);
    sum(io, folder, reported, examples);
    return reported;
  } catch (error) {
    if (!(error instanceof UnreadableFolder)) throw error;
    return reportProblems(io, folder, {}, error.problems, null);
  }
}

function sum(io: Io, folder: string, problems: readonly ReportedProblem[], examples: number): void {
  const errors = problems.filter((one) => one.level === 'error').length;
  const warnings = problems.length - errors;
  const also = warnings === 0 ? ['', ''] : [`、注意${warnings}件`, `, ${warnings} warning(s)`];
  if (errors > 0)
    io.say(`${folder}: 問題が${errors}件あります${also[0]}。`, `${folder}: ${errors} problem(s)${also[1]}.`);
  else
    io.say(
      `${folder}: 問題はありません（例${examples}件${also[0]}）。`,
      `${folder}: no problems (${examples} examples${also[1]}).`,
    );
}
