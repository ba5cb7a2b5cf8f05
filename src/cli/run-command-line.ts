import { parseArgs } from 'node:util';
import { errorCode } from '../procedures/error-code.js';
import { UnreadableFolder } from '../procedures/read-folder.js';
import {
  AskedWrongly,
  type Command,
  type CommandInput,
  createIo,
  ExitCode,
  type Io,
  type Words,
} from './command.js';
import { COMMANDS } from './commands.js';
import { helpOf, overview, suggestion } from './help.js';
import { reportProblems } from './report-problems.js';
import type { Terminal } from './terminal.js';

const GLOBAL = {
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  debug: { type: 'boolean' },
  lang: { type: 'string' },
} as const;

/**
 * What `tetsuzuki <args>` does.
 *
 * @param language when `--lang` does not say
 * @returns 0 fine, 1 problems found, 2 asked wrongly, 3 a surprise of ours
 */
export async function runCommandLine(
  args: readonly string[],
  terminal: Terminal,
  language: 'ja' | 'en',
): Promise<ExitCode> {
  const spoken = languageIn(args) ?? language;
  const inWords = ([ja, en]: Words) => (spoken === 'ja' ? ja : en);
  try {
    return await answer(args, terminal, spoken);
  } catch (error) {
    if (error instanceof AskedWrongly) {
      terminal.err(`${inWords(error.words)}\n`);
      return ExitCode.askedWrongly;
    }
    const reason = error instanceof Error ? error.message : String(error);
    terminal.err(
      `${inWords([
        `プログラムの不具合で止まりました。もう一度試しても同じなら、--debug を付けた出力を開発者に渡してください：${reason}`,
        `Stopped by a fault of the program. If it happens again, hand the output with --debug to the developers: ${reason}`,
      ])}\n`,
    );
    if (args.includes('--debug') && error instanceof Error) terminal.err(`${error.stack ?? ''}\n`);
    return ExitCode.surprise;
  }
}

async function answer(args: readonly string[], terminal: Terminal, language: 'ja' | 'en'): Promise<ExitCode> {
  const [name, ...rest] = args;
  const show = ([ja, en]: Words) => terminal.out(`${language === 'ja' ? ja : en}\n`);
  if (name === undefined) {
    terminal.err(`${overview(COMMANDS)[language === 'ja' ? 0 : 1]}\n`);
    return ExitCode.askedWrongly;
  }
  if (['--help', '-h', 'help'].includes(name)) {
    const asked = COMMANDS.find((command) => command.name === rest[0]);
    show(asked ? helpOf(asked) : overview(COMMANDS));
    return ExitCode.fine;
  }
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (!command) throw new AskedWrongly(unknownCommand(name));
  const { input, flags } = parse(command, rest);
  if (flags.help) {
    show(helpOf(command));
    return ExitCode.fine;
  }
  const count = input.operands.length;
  if (count < command.operands.least || count > command.operands.most)
    throw new AskedWrongly(wrongCount(command, count));
  return runOn(command, input, createIo(terminal, language, flags.json));
}

async function runOn(command: Command, input: CommandInput, io: Io): Promise<ExitCode> {
  try {
    return await command.run(input, io);
  } catch (error) {
    if (!(error instanceof UnreadableFolder)) throw error;
    io.json(reportProblems(io, error.folder, {}, error.problems, null));
    return ExitCode.problems;
  }
}

function languageIn(args: readonly string[]): 'ja' | 'en' | null {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const given = args[at]?.startsWith('--lang=') ? args[at].slice('--lang='.length) : args[at + 1];
  return at >= 0 && (given === 'ja' || given === 'en') ? given : null;
}

function parse(command: Command, args: readonly string[]) {
  const own = Object.fromEntries(
    command.options.map(({ name, value }) => [
      name,
      { type: value === null ? ('boolean' as const) : ('string' as const) },
    ]),
  );
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...own, ...GLOBAL },
      allowPositionals: true,
      strict: true,
    });
    const given: Readonly<Record<string, unknown>> = values;
    if (given['lang'] !== undefined && given['lang'] !== 'ja' && given['lang'] !== 'en')
      throw new AskedWrongly(['--lang は ja か en です。', '--lang is ja or en.']);
    const input: CommandInput = {
      operands: positionals,
      has: (option) => given[option] === true,
      value: (option) => {
        const value = given[option];
        return typeof value === 'string' ? value : null;
      },
    };
    return { input, flags: { json: given['json'] === true, help: given['help'] === true } };
  } catch (error) {
    if (errorCode(error)?.startsWith('ERR_PARSE_ARGS') !== true) throw error;
    throw new AskedWrongly(wrongOption(command, String(error)));
  }
}

function wrongOption(command: Command, reason: string): Words {
  const [, option = ''] = /'(-[^' =]*)/.exec(reason) ?? [];
  const known = [...command.options.map(({ name }) => name), ...Object.keys(GLOBAL)].map(
    (name) => `--${name}`,
  );
  const [helpJa, helpEn] = helpOf(command);
  const isKnown = known.includes(option);
  const [ja, en] = suggestion(option, known);
  return isKnown
    ? [`${option} の書き方が違います。\n\n${helpJa}`, `${option} is not written like that.\n\n${helpEn}`]
    : [
        `${option} という指定はありません。${ja}\n\n${helpJa}`,
        `There is no option ${option}.${en}\n\n${helpEn}`,
      ];
}

function wrongCount(command: Command, count: number): Words {
  const [helpJa, helpEn] = helpOf(command);
  const [ja, en] = command.usage;
  return count < command.operands.least
    ? [`${ja} を指定してください。\n\n${helpJa}`, `Say ${en}.\n\n${helpEn}`]
    : [
        `指定が多すぎます（${count}個）。空白を含む名前は引用符で囲んでください。\n\n${helpJa}`,
        `Too much is given (${count}). Put a name with spaces into quotation marks.\n\n${helpEn}`,
      ];
}

function unknownCommand(name: string): Words {
  const [ja, en] = suggestion(
    name,
    COMMANDS.map((command) => command.name),
  );
  const [overviewJa, overviewEn] = overview(COMMANDS);
  if (name.startsWith('-')) {
    return [
      `命令を先に、${name} をその後ろに書いてください。\n\n${overviewJa}`,
      `Write the command first and ${name} behind it.\n\n${overviewEn}`,
    ];
  }
  return [
    `「${name}」という命令はありません。${ja}\n\n${overviewJa}`,
    `There is no command “${name}”.${en}\n\n${overviewEn}`,
  ];
}
