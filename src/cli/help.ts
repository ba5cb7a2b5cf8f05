import { nearestName } from '#engine';
import type { Command, CommandOption, Words } from './command.js';

/** What every command understands. */
const EVERYWHERE: readonly CommandOption[] = [
  {
    name: 'json',
    value: null,
    summary: ['結果をプログラム向けの JSON で出す', 'answer in JSON, for programs'],
  },
  { name: 'lang', value: ['ja|en', 'ja|en'], summary: ['言葉を選ぶ', 'choose the language'] },
  { name: 'help', value: null, summary: ['この説明', 'this help'] },
];

/** The list of all commands. */
export function overview(commands: readonly Command[]): Words {
  const lines = (at: 0 | 1) => table(commands.map((one) => [one.name, one.summary[at]] as const));
  return [
    `使い方: tetsuzuki <命令> …\n\n${lines(0)}\n\nくわしくは tetsuzuki <命令> --help。結果は 0 問題なし、1 問題あり、2 使い方の誤り、3 プログラムの不具合。`,
    `Usage: tetsuzuki <command> …\n\n${lines(1)}\n\nMore: tetsuzuki <command> --help. Exit code: 0 fine, 1 problems found, 2 asked wrongly, 3 a fault of the program.`,
  ];
}

export function helpOf(command: Command): Words {
  const text = (at: 0 | 1) => {
    const options = [...command.options, ...EVERYWHERE].map(
      ({ name, value, summary }) =>
        [value === null ? `--${name}` : `--${name} <${value[at]}>`, summary[at]] as const,
    );
    return `tetsuzuki ${command.name} ${command.usage[at]}\n\n${table(options)}`;
  };
  return [
    `使い方: ${text(0).replace('\n\n', `\n${command.summary[0]}\n\n`)}`,
    `Usage: ${text(1).replace('\n\n', `\n${command.summary[1]}\n\n`)}`,
  ];
}

/** “Did you mean …?”, or nothing. */
export function suggestion(given: string, known: readonly string[]): Words {
  const near = nearestName(given, known);
  return near === undefined ? ['', ''] : [`「${near}」のことですか。`, ` Did you mean “${near}”?`];
}

function table(rows: readonly (readonly [string, string])[]): string {
  const wide = Math.max(...rows.map(([left]) => widthOf(left)));
  return rows.map(([left, right]) => `  ${left}${' '.repeat(wide - widthOf(left) + 2)}${right}`).join('\n');
}

/** Columns on a terminal: kana and kanji take two. */
function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (/[\u3000-\u9fff\uff01-\uff60]/u.test(letter) ? 2 : 1), 0);
}
