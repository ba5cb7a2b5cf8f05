import { createReadStream } from 'node:fs';
import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { EVENTS_FILE, KEYS_FILE, SEALS_FILE } from '../audit/exported-log.js';
import { type LogFault, faultWords } from '../audit/log-fault.js';
import type { Anchor } from '../audit/seal.js';
import { readAnchor, type Verified, verifyLog } from '../audit/verify-log.js';
import { AskedWrongly, type Command, ExitCode, type Io } from './command.js';

/** Further ones are counted. */
const mostTold = 100;

/**
 * `verify-log <folder>`: says whether an exported audit log is what was sealed; needs no database. With `--database` the
 * log of this installation is verified where it is, and its applications by it.
 */
export const verifyLogCommand: Command = {
  name: 'verify-log',
  usage: [
    '<フォルダー>|--database [--key <公開鍵>] [--anchor <控え>]',
    '<folder>|--database [--key <public key>] [--anchor <anchors>]',
  ],
  summary: [
    '監査記録が封印されたときのままか、申請が記録のとおりか確かめる',
    'verify that an audit log is what was sealed, and applications what it says',
  ],
  operands: { least: 0, most: 1 },
  options: [
    {
      name: 'database',
      value: null,
      summary: [
        '書き出しの代わりに、このデータベースの記録を確かめ、申請の今の内容と比べる',
        'instead of an export the log of this database, which is compared with its applications',
      ],
    },
    {
      name: 'key',
      value: ['公開鍵（PEM）', 'public keys (PEM)'],
      summary: [
        '別の道で受け取った公開鍵。なければ、書き出されたものを使う',
        'public keys that came another way; without it, those of the export',
      ],
    },
    {
      name: 'anchor',
      value: ['ファイル', 'file'],
      summary: [
        '外に保管した封印の控え（1行に1つ）。後ろの切り取りは、これがないと分からない',
        'anchors kept outside, one a line; without them a cut end cannot be told',
      ],
    },
  ],
  async run({ operands: [folder], has, value }, io) {
    if (has('database') === (folder !== undefined))
      throw new AskedWrongly([
        '書き出したフォルダーか --database の、どちらか一方を指定してください。',
        'Name either the folder of an export or --database.',
      ]);
    const [keyFile, anchorFile] = [value('key'), value('anchor')];
    const given = {
      keys: keyFile === null ? undefined : keysIn(await textOf(keyFile), keyFile),
      anchors: anchorFile === null ? undefined : anchorsIn(await textOf(anchorFile), anchorFile),
    };
    const told: LogFault[] = [];
    let faults = 0;
    const tell = (fault: LogFault): void => {
      faults += 1;
      if (told.length < mostTold) told.push(fault);
    };
    const verified =
      folder === undefined ? await ofDatabase(given, tell) : await ofExport(folder, given, tell);
    report(io, verified, told, faults);
    if (keyFile === null && verified.seals > 0)
      io.note(
        `注意：${folder === undefined ? 'データベース' : '書き出し'}に入っている公開鍵で確かめました。別の道で受け取った鍵を --key で渡すと、全体の作り直しも分かります。`,
        `Note: verified with the keys of the ${folder === undefined ? 'database' : 'export'} itself. With --key and a key that came another way, a log made anew shows, too.`,
      );
    if (anchorFile === null && verified.seals > 0)
      io.note(
        folder === undefined
          ? '注意：データベースにある控えで確かめました。外に保管した控えを --anchor で渡してください。'
          : '注意：--anchor がないため、後ろの切り取りは確かめていません。',
        folder === undefined
          ? 'Note: verified with the anchors of the database itself. Give those kept outside with --anchor.'
          : 'Note: without --anchor a cut end cannot be told.',
      );
    return faults === 0 ? ExitCode.fine : ExitCode.problems;
  },
};

interface Given {
  readonly keys: readonly string[] | undefined;
  readonly anchors: readonly Anchor[] | undefined;
}

type Outcome = Verified & { readonly applications?: number };

async function ofExport(
  folder: string,
  { keys, anchors = [] }: Given,
  tell: (fault: LogFault) => void,
): Promise<Outcome> {
  const [eventsFile, sealsFile] = [join(folder, EVENTS_FILE), join(folder, SEALS_FILE)];
  for (const file of [eventsFile, sealsFile]) await mustBeThere(file);
  const known = keys ?? keysIn(await textOf(join(folder, KEYS_FILE)), null);
  return verifyLog({ events: linesOf(eventsFile), seals: linesOf(sealsFile), keys: known, anchors }, tell);
}

async function ofDatabase(given: Given, tell: (fault: LogFault) => void): Promise<Outcome> {
  const { withDatabase } = await import('./with-database.js');
  const { verifyDatabase } = await import('../audit/verify-database.js');
  return withDatabase('tetsuzuki verify-log', (dataSource) =>
    dataSource.transaction('REPEATABLE READ', (tx) => verifyDatabase(tx, given, tell)),
  );
}

function report(io: Io, verified: Outcome, told: readonly LogFault[], faults: number): void {
  const { events, unsealed, seals, last, applications } = verified;
  io.json({
    ok: faults === 0,
    events,
    unsealed,
    seals,
    last,
    ...(applications !== undefined && { applications }),
    faultCount: faults,
    faults: told.map((fault) => {
      const [ja, en] = faultWords(fault);
      return { ...fault, ja, en };
    }),
  });
  for (const fault of told) io.say(...faultWords(fault));
  if (faults > told.length)
    io.say(`ほかに${faults - told.length}件あります。`, `And ${faults - told.length} more.`);
  const [ja, en] =
    faults === 0
      ? [
          `監査記録は封印されたときのままです。${applications === undefined ? '' : `申請${applications}件は記録のとおりです。`}`,
          `The log is what was sealed.${applications === undefined ? '' : ` ${applications} application(s) are what it says.`}`,
        ]
      : [`${faults}件の異常があります。`, `${faults} fault(s) found.`];
  io.say(
    `${ja}記録${events}件（うち封印前${unsealed}件）、封印${seals}個${last ? `、最後は${last.at}` : ''}。`,
    `${en} ${events} event(s), ${unsealed} of them not sealed yet, ${seals} seal(s)${last ? `, the last of ${last.at}` : ''}.`,
  );
}

function linesOf(file: string): AsyncIterable<string> {
  return createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity });
}

async function mustBeThere(file: string): Promise<void> {
  try {
    await access(file);
  } catch {
    throw unreadable(file);
  }
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw unreadable(file);
  }
}

function unreadable(file: string): AskedWrongly {
  return new AskedWrongly([`${file} が読めません。`, `${file} cannot be read.`]);
}

/** The public keys of a PEM file. An export without a seal has none. */
function keysIn(text: string, named: string | null): readonly string[] {
  const keys = text.match(/-----BEGIN PUBLIC KEY-----[^-]+-----END PUBLIC KEY-----/g) ?? [];
  if (keys.length === 0 && named !== null)
    throw new AskedWrongly([
      `${named} に公開鍵（PEM）がありません。`,
      `${named} holds no public key in PEM.`,
    ]);
  return keys;
}

function anchorsIn(text: string, file: string): readonly Anchor[] {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  return lines.map((line, index) => {
    const anchor = readAnchor(line.trim());
    if (anchor) return anchor;
    throw new AskedWrongly([
      `${file} の${index + 1}行目は、封印の控えではありません。`,
      `Line ${index + 1} of ${file} is no anchor.`,
    ]);
  });
}
