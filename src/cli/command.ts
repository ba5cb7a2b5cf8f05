import type { Terminal } from './terminal.js';

/** Japanese first, English second. */
export type Words = readonly [ja: string, en: string];

/** One thing the command line can do. A command is one file here and one line in `commands.ts`. */
export interface Command {
  readonly name: string;
  /** What stands behind the name: `<フォルダー>…`. */
  readonly usage: Words;
  /** One sentence: what it is for. */
  readonly summary: Words;
  /** How many operands it takes; with fewer or more it was asked wrongly. */
  readonly operands: { readonly least: number; readonly most: number };
  /** Beside `--json`, `--lang`, `--debug` and `--help`, which every command has. */
  readonly options: readonly CommandOption[];
  run(input: CommandInput, io: Io): Promise<ExitCode>;
}

export interface CommandOption {
  /** Without the dashes: `write` is asked for as `--write`. */
  readonly name: string;
  /** What the value is, for the help; null for a switch. */
  readonly value: Words | null;
  readonly summary: Words;
}

export interface CommandInput {
  readonly operands: readonly string[];
  /** True when the switch was given. */
  has(option: string): boolean;
  /** The value of an option, or null. */
  value(option: string): string | null;
}

/** How a command speaks. */
export interface Io {
  readonly language: 'ja' | 'en';
  /** With `--json` nothing is said in words on the standard output; `json` alone speaks there. */
  readonly asJson: boolean;
  /** A line for people; nothing with `--json`. */
  say(ja: string, en: string): void;
  /** The one answer of the command for programs; nothing without `--json`. */
  json(value: unknown): void;
  /** One line of JSON, with or without `--json`, for commands whose answer is data. */
  line(value: unknown): void;
  /** A remark on the error output. */
  note(ja: string, en: string): void;
  /** How far a long work has come; on the error output, so that answers stay clean. */
  progress(ja: string, en: string, done: number, total: number): void;
}

export const ExitCode = {
  fine: 0,
  /** What was looked at has problems. */
  problems: 1,
  /** Unknown command, option or operand. */
  askedWrongly: 2,
  /** A fault of ours. */
  surprise: 3,
} as const;
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

/** Ends a command with one line for the person who asked, without a trace. */
export class AskedWrongly extends Error {
  constructor(readonly words: Words) {
    super(words[1]);
  }
}

export function createIo(terminal: Terminal, language: 'ja' | 'en', asJson: boolean): Io {
  let shownAt = Number.NEGATIVE_INFINITY;
  const inLanguage = (ja: string, en: string) => (language === 'ja' ? ja : en);
  return {
    language,
    asJson,
    say: (ja, en) => {
      if (!asJson) terminal.out(`${inLanguage(ja, en)}\n`);
    },
    json: (value) => {
      if (asJson) terminal.out(`${JSON.stringify(value, null, 2)}\n`);
    },
    line: (value) => terminal.out(`${JSON.stringify(value)}\n`),
    note: (ja, en) => terminal.err(`${inLanguage(ja, en)}\n`),
    progress: (ja, en, done, total) => {
      const now = terminal.now();
      const isLast = done >= total;
      // A line that is overwritten may come often; in a log of a machine it must not.
      if (!isLast && now - shownAt < (terminal.isInteractive ? 100 : 10_000)) return;
      if (shownAt === Number.NEGATIVE_INFINITY && !terminal.isInteractive) {
        shownAt = now;
        return;
      }
      if (isLast && !terminal.isInteractive) return;
      shownAt = now;
      const line = `${inLanguage(ja, en)} ${done}/${total}`;
      terminal.err(terminal.isInteractive ? `\r\u001b[K${isLast ? '' : line}` : `${line}\n`);
    },
  };
}
