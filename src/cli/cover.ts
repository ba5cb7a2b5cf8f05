import {
  type Cover,
  coverApplicants,
  describeGoal,
  describeProblem,
  type GoalReport,
  type Problem,
  runExample,
} from '#engine';
import { exampleFiles } from '../procedures/check-folder.js';
import { writeFolder } from '../procedures/write-folder.js';
import { type Command, type CommandInput, ExitCode, type Io } from './command.js';
import { GOAL_KINDS } from './goal-kinds.js';
import { openExample, type OpenedProcedure, openProcedure } from './open-procedure.js';
import { reportProblems } from './report-problems.js';

/** Files that a former run wrote; everything else in examples/ belongs to people. */
const GENERATED = /^examples\/generated-\d+-[a-z0-9-]+\.json$/;

interface Stale {
  readonly file: string;
  readonly title: string;
  readonly problems: readonly Problem[];
}

/** `cover <folder>`: applicants that reach everything, what nobody reaches, and whose results have changed. */
export const cover: Command = {
  name: 'cover',
  usage: ['<フォルダー>', '<folder>'],
  summary: [
    '手続のすべての道すじを通る申請者をつくり、通れないところを挙げる',
    'make applicants that reach every way through a procedure; list what nobody reaches',
  ],
  operands: { least: 1, most: 1 },
  options: [
    {
      name: 'write',
      value: null,
      summary: [
        'つくった申請者を examples/generated-….json に書く（手書きの例は変えない）',
        'write them to examples/generated-….json (examples written by hand stay as they are)',
      ],
    },
  ],
  async run(input, io) {
    const [folder = ''] = input.operands;
    const opened = await openProcedure(folder);
    if (!opened.ok) {
      io.json({
        goals: [],
        applicants: [],
        stale: [],
        problems: reportProblems(io, folder, opened.files, opened.problems, null),
      });
      return ExitCode.problems;
    }
    const made = coverApplicants(opened.procedure, opened.validators, {
      onProgress: (spent, budget) =>
        io.progress('申請者を探しています', 'Looking for applicants', Math.min(spent, budget - 1), budget),
    });
    io.progress('探しました', 'Done', 1, 1);
    const stale = staleExamples(opened);
    sayCover(opened, made, io);
    sayStale(opened, stale, io);
    const written = input.has('write') ? await writeExamples(folder, opened, made) : null;
    if (written) sayWritten(written, io);
    io.json(asJson(opened, made, stale, written));
    return stale.length > 0 && !wantsWriting(input) ? ExitCode.problems : ExitCode.fine;
  },
};

function wantsWriting(input: CommandInput): boolean {
  return input.has('write');
}

/** Generated examples on disk whose results are not what they were. */
function staleExamples({ files, procedure, validators }: OpenedProcedure): readonly Stale[] {
  return exampleFiles(files)
    .filter((file) => GENERATED.test(file))
    .flatMap((file) => {
      const opened = openExample(files, file);
      if (!opened.ok) return [{ file, title: '', problems: opened.problems }];
      const problems = runExample(procedure, opened.example, validators);
      return problems.length === 0 ? [] : [{ file, title: opened.example.title, problems }];
    });
}

/** Files that were written or removed; those whose content stays are not touched. */
function writeExamples(
  folder: string,
  { files }: OpenedProcedure,
  { applicants }: Cover,
): Promise<readonly string[]> {
  const before = Object.fromEntries(Object.entries(files).filter(([file]) => GENERATED.test(file)));
  const after = Object.fromEntries(applicants.map(({ example, text }) => [example.file, text]));
  return writeFolder(folder, before, after);
}

function sayCover({ procedure }: OpenedProcedure, { goals, applicants }: Cover, io: Io): void {
  for (const { example, reaches } of applicants) {
    io.say(
      `${example.file}  ${example.title}（${reaches.length}）`,
      `${example.file}  ${example.title} (${reaches.length})`,
    );
  }
  const kinds = [...new Set(goals.map((goal) => goal.kind))];
  for (const kind of kinds) {
    const all = goals.filter((goal) => goal.kind === kind);
    const [reached, unreachable] = [countOf(all, 'reached'), countOf(all, 'unreachable')];
    const possible = all.length - unreachable;
    const also =
      unreachable === 0
        ? ['', '']
        : [`（ほかに届かないと分かったもの ${unreachable}）`, ` (${unreachable} proved unreachable)`];
    const [ja, en] = GOAL_KINDS[kind];
    io.say(`${ja}: ${reached}/${possible}${also[0]}`, `${en}: ${reached}/${possible}${also[1]}`);
  }
  for (const goal of goals) {
    if (goal.verdict === 'reached') continue;
    const isProved = goal.verdict === 'unreachable';
    io.say(
      `${isProved ? '届かない' : '見つからない'}: ${describeGoal(goal, procedure, 'ja')}  ${goal.place}`,
      `${isProved ? 'unreachable' : 'not found'}: ${describeGoal(goal, procedure, 'en')}  ${goal.place}`,
    );
  }
  const [reached, unreachable] = [countOf(goals, 'reached'), countOf(goals, 'unreachable')];
  const possible = goals.length - unreachable;
  const percent = possible === 0 ? 100 : Math.floor((reached * 1000) / possible) / 10;
  io.say(
    `申請者${applicants.length}人で、${possible}のうち${reached}（${percent}%）に届きます。`,
    `${applicants.length} applicants reach ${reached} of ${possible} (${percent}%).`,
  );
}

function countOf(goals: readonly GoalReport[], verdict: GoalReport['verdict']): number {
  return goals.filter((goal) => goal.verdict === verdict).length;
}

function sayStale({ procedure }: OpenedProcedure, stale: readonly Stale[], io: Io): void {
  for (const { file, title, problems } of stale) {
    io.say(`× ${file}  ${title}`, `CHANGED ${file}  ${title}`);
    for (const found of problems) {
      io.say(
        `    ${describeProblem(found, procedure.form, 'ja')}`,
        `    ${describeProblem(found, procedure.form, 'en')}`,
      );
    }
  }
  if (stale.length > 0) {
    io.say(
      `前につくった例のうち${stale.length}件の結果が変わりました。変わってよければ --write で書き直してください。`,
      `The results of ${stale.length} generated examples have changed. If that is meant, write them anew with --write.`,
    );
  }
}

function sayWritten(written: readonly string[], io: Io): void {
  io.say(
    `例のファイルを${written.length}個、書いたか消しました。`,
    `${written.length} example files written or removed.`,
  );
}

function asJson(
  { procedure }: OpenedProcedure,
  { goals, applicants, spent }: Cover,
  stale: readonly Stale[],
  written: readonly string[] | null,
): unknown {
  return {
    goals: goals.map((goal) => ({
      ...goal,
      sentence: { ja: describeGoal(goal, procedure, 'ja'), en: describeGoal(goal, procedure, 'en') },
    })),
    applicants: applicants.map(({ example, reaches }) => ({
      file: example.file,
      title: example.title,
      reaches: reaches.length,
    })),
    stale: stale.map(({ file, title, problems }) => ({
      file,
      title,
      changes: problems.map((found) => ({
        place: found.path,
        ja: describeProblem(found, procedure.form, 'ja'),
        en: describeProblem(found, procedure.form, 'en'),
      })),
    })),
    spent,
    ...(written ? { written } : {}),
    problems: [],
  };
}
