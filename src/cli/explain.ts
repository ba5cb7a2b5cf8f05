import { englishOf, translateProcedure } from '#engine';
import { type Command, ExitCode, type Io } from './command.js';
import { type Chapter, type ExampleStory, tellExample } from './example-story.js';
import { chosenExamples, openExample, openProcedure } from './open-procedure.js';
import { reportProblems } from './report-problems.js';

/** `explain <folder> <example>`: what is asked, computed, checked and decided in one example, and why. */
export const explain: Command = {
  name: 'explain',
  usage: ['<フォルダー> <例>', '<folder> <example>'],
  summary: [
    '例を一つ取り上げ、聞くこと・計算・チェック・行き先とその理由を説明する',
    'tell one example: what is asked, computed, checked and decided, and why',
  ],
  operands: { least: 2, most: 2 },
  options: [],
  async run({ operands: [folder = '', wanted = ''] }, io) {
    const opened = await openProcedure(folder);
    if (!opened.ok) {
      io.json({ problems: reportProblems(io, folder, opened.files, opened.problems, null) });
      return ExitCode.problems;
    }
    const { files, validators } = opened;
    const procedure =
      io.language === 'ja' ? opened.procedure : translateProcedure(opened.procedure, englishOf(files));
    const [file = ''] = chosenExamples(files, [wanted]);
    const read = openExample(files, file);
    if (!read.ok) {
      io.json({ problems: reportProblems(io, folder, files, read.problems, null) });
      return ExitCode.problems;
    }
    const story = tellExample(procedure, read.example, validators, io.language);
    io.say(`${file}  ${story.title}`, `${file}  ${story.title}`);
    for (const chapter of story.chapters) tell(io, chapter);
    const problems = reportProblems(io, folder, files, story.problems, procedure.form);
    io.json({ file, ...inJson(story), problems });
    return problems.length === 0 ? ExitCode.fine : ExitCode.problems;
  },
};

function inJson({ title, chapters }: ExampleStory) {
  return { title, chapters };
}

function tell(io: Io, chapter: Chapter): void {
  io.say('', '');
  if (chapter.kind === 'refused') {
    io.say(
      `■ ${chapter.by} の「${chapter.action}」は認められません（${chapter.code}）`,
      `■ “${chapter.action}” by ${chapter.by} is refused (${chapter.code})`,
    );
    return;
  }
  if (chapter.kind === 'submission') {
    tellSubmission(io, chapter);
    return;
  }
  tellMove(io, chapter);
}

function tellSubmission(io: Io, chapter: Extract<Chapter, { kind: 'submission' }>): void {
  io.say('■ 提出', '■ Answers are submitted');
  section(io, '聞いたこと（条件のあるもの）', 'Asked (with a condition)', chapter.asked);
  section(io, '聞かなかったこと', 'Not asked', chapter.notAsked);
  section(
    io,
    '計算',
    'Computed',
    chapter.computed.map(({ formula, value, inputs }) => {
      const read = inputs
        .map((input) => `${input.title} ${input.value}`)
        .join(io.language === 'ja' ? '、' : ', ');
      const result = formula.endsWith(` ${value}`) ? '' : ` → ${value}`;
      return `${formula}${result}${read === '' ? '' : io.language === 'ja' ? `（${read}）` : ` (${read})`}`;
    }),
  );
  section(
    io,
    'チェック',
    'Checks',
    chapter.problems.map(({ level, sentence, because }) => {
      const mark = level === 'error' ? ['エラー', 'error'] : ['注意', 'warning'];
      return `${io.language === 'ja' ? mark[0] : mark[1]}: ${sentence}${because === null ? '' : `\n      ${because}`}`;
    }),
  );
}

function tellMove(io: Io, { at, by, action, path, sent }: Extract<Chapter, { kind: 'move' }>): void {
  const who = by === null ? '' : io.language === 'ja' ? `${by}：` : `${by}: `;
  io.say(`■ ${at}  ${who}${action ?? '申請が届く'}`, `■ ${at}  ${who}${action ?? 'The application arrives'}`);
  for (const { from, to, because } of path) {
    const way = from === null || from === to ? to : `${from} → ${to}`;
    io.say(`  ${way}`, `  ${way}`);
    if (because !== null) io.say(`      ${because}`, `      ${because}`);
  }
  section(io, '送るもの', 'Sent', sent);
}

function section(io: Io, ja: string, en: string, lines: readonly string[]): void {
  if (lines.length === 0) return;
  io.say(`  ${ja}`, `  ${en}`);
  for (const line of lines) io.say(`    ・${line}`, `    - ${line}`);
}
