import { ELIGIBILITY_FILE, type Problem, runEligibilityExample, runExample } from '#engine';
import { type Command, ExitCode } from './command.js';
import { chosenExamples, openExample, type OpenedProcedure, openProcedure } from './open-procedure.js';
import { reportProblems } from './report-problems.js';

/** `test <folder> [example…]`: lives through the examples and says which expectation fails. */
export const test: Command = {
  name: 'test',
  usage: ['<フォルダー> [例]…', '<folder> [example]…'],
  summary: ['例を最後まで動かし、期待と違うところを挙げる', 'live through the examples; list what differs'],
  operands: { least: 1, most: Number.POSITIVE_INFINITY },
  options: [],
  async run({ operands: [folder = '', ...wanted] }, io) {
    const opened = await openProcedure(folder);
    if (!opened.ok) {
      io.json({ examples: [], problems: reportProblems(io, folder, opened.files, opened.problems, null) });
      return ExitCode.problems;
    }
    const chosen = chosenExamples(opened.files, wanted);
    const lived = chosen.map((file, index) => {
      io.progress('例を動かしています', 'Running examples', index, chosen.length);
      return { file, ...live(opened, file) };
    });
    const results = [...lived, ...(wanted.length === 0 ? checksBeforehand(opened) : [])].map((result) => {
      const { file, title, problems } = result;
      const held = problems.length === 0;
      io.say(`${held ? '○' : '×'} ${file}  ${title}`, `${held ? 'ok    ' : 'FAILED'} ${file}  ${title}`);
      return {
        file,
        title,
        held,
        problems: reportProblems(io, folder, opened.files, problems, opened.procedure.form),
      };
    });
    io.progress('例を動かしました', 'Examples run', chosen.length, chosen.length);
    const failed = results.filter((result) => !result.held).length;
    const held = results.length - failed;
    io.say(
      failed === 0 ? `例${held}件はすべて期待どおりです。` : `期待どおり${held}件、違うもの${failed}件。`,
      failed === 0 ? `All ${held} examples hold.` : `${held} examples hold, ${failed} do not.`,
    );
    io.json({ examples: results, problems: [] });
    return failed === 0 ? ExitCode.fine : ExitCode.problems;
  },
};

/** The examples of the check of eligibility, which are part of its file. */
function checksBeforehand({ procedure: { eligibility } }: OpenedProcedure): readonly LivedExample[] {
  return (eligibility?.examples ?? []).map((example, index) => ({
    file: `${ELIGIBILITY_FILE}#/examples/${index}`,
    title: example.title,
    problems: eligibility ? runEligibilityExample(eligibility, example, index) : [],
  }));
}

interface LivedExample {
  readonly file: string;
  readonly title: string;
  readonly problems: readonly Problem[];
}

function live(
  { files, procedure, validators }: OpenedProcedure,
  file: string,
): { readonly title: string; readonly problems: readonly Problem[] } {
  const read = openExample(files, file);
  if (!read.ok) return { title: '', problems: read.problems };
  return { title: read.example.title, problems: runExample(procedure, read.example, validators) };
}
