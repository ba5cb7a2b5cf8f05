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

/** `verify-log <folder>`: says whether an exported audit log is what was sealed; needs no database. */
export const verifyLogCommand: Command = {
  name: 'verify-log',
  usage: [
    '<フォルダー> [--key <公開鍵>] [--anchor <控え>]',
    '<folder> [--key <public key>] [--anchor <anchors>]',
  ],
  summary: [
    '書き出した監査記録が、封印されたときのままか確かめる',
    'verify that an exported audit log is what was sealed',
  ],
  operands: { least: 1, most: 1 },
  options: [
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
  async run({ operands: [folder = ''], value }, io) {
    const [eventsFile, sealsFile] = [join(folder, EVENTS_FILE), join(folder, SEALS_FILE)];
    for (const file of [eventsFile, sealsFile]) await mustBeThere(file);
    const keys = keysIn(await textOf(value('key') ?? join(folder, KEYS_FILE)), value('key'));
    const anchorFile = value('anchor');
    const anchors = anchorFile === null ? [] : anchorsIn(await textOf(anchorFile), anchorFile);
    const told: LogFault[] = [];
    let faults = 0;
    const verified = await verifyLog(
      { events: linesOf(eventsFile), seals: linesOf(sealsFile), keys, anchors },
      (fault) => {
        faults += 1;
        if (told.length < mostTold) told.push(fault);
      },
    );
    report(io, verified, told, faults);
    if (value('key') === null && verified.seals > 0)
      io.note(
        '注意：書き出しに入っている公開鍵で確かめました。別の道で受け取った鍵を --key で渡すと、全体の作り直しも分かります。',
        'Note: verified with the keys of the export itself. With --key and a key that came another way, a log made anew shows, too.',
      );
    if (anchorFile === null && verified.seals > 0)
      io.note(
        '注意：--anchor がないため、後ろの切り取りは確かめていません。',
        'Note: without --anchor a cut end cannot be told.',
      );
    return faults === 0 ? ExitCode.fine : ExitCode.problems;
  },
};

function report(io: Io, verified: Verified, told: readonly LogFault[], faults: number): void {
  const { events, unsealed, seals, last } = verified;
  io.json({
    ok: faults === 0,
    events,
    unsealed,
    seals,
    last,
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
      ? ['監査記録は封印されたときのままです。', 'The log is what was sealed.']
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
