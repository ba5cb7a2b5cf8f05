import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { canonicalJson } from '#engine';
import { eventLine, type ExportedEvent } from './exported-log.js';
import type { LogFault } from './log-fault.js';
import { leafHash, MerkleRoot } from './merkle.js';
import { type Anchor, noSeal, type Seal, sealHash, sealText } from './seal.js';
import { keyIdOf } from './seal-signer.js';

export interface LogToVerify {
  /** Lines of `events.jsonl` and of `seals.jsonl`. */
  readonly events: AsyncIterable<string>;
  readonly seals: AsyncIterable<string>;
  /** Public keys in PEM. A seal by another is a fault. */
  readonly keys: readonly string[];
  readonly anchors: readonly Anchor[];
}

export interface Verified {
  readonly events: number;
  /** Of them, not sealed yet: nothing can be said of these. */
  readonly unsealed: number;
  readonly seals: number;
  readonly last: { readonly number: number; readonly hash: string; readonly at: string } | null;
}

interface Signed {
  readonly seal: Seal;
  readonly signature: string;
}

/**
 * Reads an exported log from its beginning to its end and tells every fault as it is met. Needs neither database nor
 * product, and no more memory for a long log than for a short one.
 */
export async function verifyLog(log: LogToVerify, tell: (fault: LogFault) => void): Promise<Verified> {
  const events = new EventReader(log.events, tell);
  const chain = new SealChain(log, tell);
  let line = 0;
  for await (const text of log.seals) {
    line += 1;
    const signed = readCanonical<Signed>(text, isSigned);
    if (!signed) tell({ code: 'seal-unreadable', line });
    else if (chain.follow(signed)) await events.check(signed.seal);
  }
  await events.finish();
  chain.finish();
  return { ...events.counts, seals: chain.count, last: chain.last };
}

/** The seals, each by itself and by the one before. */
class SealChain {
  count = 0;
  last: Verified['last'] = null;
  private readonly keys: ReadonlyMap<string, KeyObject>;
  private readonly anchors: readonly Anchor[];

  constructor(
    { keys, anchors }: LogToVerify,
    private readonly tell: (fault: LogFault) => void,
  ) {
    this.keys = new Map(keys.map((pem) => [keyIdOf(pem), createPublicKey(pem)]));
    this.anchors = anchors;
  }

  /** @returns false for a seal that is not in its place; its events are not looked at then */
  follow({ seal, signature }: Signed): boolean {
    const { number, key, previous } = seal;
    const before = this.last?.number ?? 0;
    if (number <= before) {
      this.tell({ code: 'seal-out-of-order', seal: number });
      return false;
    }
    if (number > before + 1)
      this.tell({ code: 'seals-missing', seal: before + 1, count: number - before - 1 });
    else if (previous !== (this.last?.hash ?? noSeal)) this.tell({ code: 'seal-unlinked', seal: number });
    const body = sealText(seal);
    const known = this.keys.get(key);
    if (!known) this.tell({ code: 'key-unknown', seal: number, key });
    else if (!verify(null, Buffer.from(body, 'utf8'), known, Buffer.from(signature, 'hex')))
      this.tell({ code: 'signature-wrong', seal: number });
    const hash = sealHash(body);
    if (this.anchors.some((anchor) => anchor.number === number && anchor.hash !== hash))
      this.tell({ code: 'anchor-differs', seal: number });
    this.count += 1;
    this.last = { number, hash, at: seal.at };
    return true;
  }

  finish(): void {
    const last = this.last?.number ?? 0;
    const beyond = this.anchors.map(({ number }) => number).filter((number) => number > last);
    if (beyond.length > 0) this.tell({ code: 'tail-cut', seal: Math.max(...beyond), last });
  }
}

/** The events, in the order of their seals. */
class EventReader {
  readonly counts = { events: 0, unsealed: 0 };
  private readonly lines: AsyncIterator<string>;
  private line = 0;
  private next: ReadEvent | null = null;
  private orphans: { readonly seal: number; count: number } | null = null;

  constructor(
    lines: AsyncIterable<string>,
    private readonly tell: (fault: LogFault) => void,
  ) {
    this.lines = lines[Symbol.asyncIterator]();
  }

  async check({ number, count, root }: Seal): Promise<void> {
    const tree = new MerkleRoot();
    let [expected, isGood] = [0, true];
    const fault = (one: LogFault): void => {
      isGood = false;
      this.tell(one);
    };
    for (let found = await this.peek(); found; found = await this.peek()) {
      const { seal, pos, leaf, body } = found;
      if (seal === null || pos === null || seal > number) break;
      this.take();
      if (seal < number) {
        this.orphan(seal);
        continue;
      }
      const id = String(found.event['id']);
      const hash = leafHash(body);
      if (pos < expected || pos >= count) fault({ code: 'event-out-of-place', seal, pos, id });
      else if (pos > expected) fault({ code: 'events-missing', seal, pos: expected, count: pos - expected });
      if (hash.toString('hex') !== leaf) fault({ code: 'event-changed', seal, pos, id });
      tree.add(hash);
      expected = Math.max(expected, pos + 1);
    }
    this.tellOrphans();
    if (expected < count)
      fault({ code: 'events-missing', seal: number, pos: expected, count: count - expected });
    if (isGood && tree.root().toString('hex') !== root) fault({ code: 'root-differs', seal: number });
  }

  /** What is left: events behind the last seal. */
  async finish(): Promise<void> {
    for (let found = await this.peek(); found; found = await this.peek()) {
      this.take();
      if (found.seal === null) this.counts.unsealed += 1;
      else this.orphan(found.seal);
    }
    this.tellOrphans();
  }

  /** The event that comes next; lines that are none are told and passed over. */
  private async peek(): Promise<ReadEvent | null> {
    while (this.next === null) {
      const read = await this.lines.next();
      if (read.done === true) return null;
      this.line += 1;
      this.next = readEvent(read.value);
      if (this.next === null) this.tell({ code: 'event-unreadable', line: this.line });
    }
    return this.next;
  }

  private take(): void {
    this.next = null;
    this.counts.events += 1;
  }

  private orphan(seal: number): void {
    if (this.orphans?.seal !== seal) this.tellOrphans();
    this.orphans ??= { seal, count: 0 };
    this.orphans.count += 1;
  }

  private tellOrphans(): void {
    if (this.orphans) this.tell({ code: 'events-without-seal', ...this.orphans });
    this.orphans = null;
  }
}

/** With its canonical text, whose bytes were sealed. */
interface ReadEvent extends ExportedEvent {
  readonly body: string;
}

/** As `readCanonical`, and the event is written once for both questions: a log has millions of them. */
function readEvent(text: string): ReadEvent | null {
  try {
    const value: unknown = JSON.parse(text);
    if (!isExportedEvent(value)) return null;
    const read = value as ExportedEvent;
    const body = canonicalJson(read.event);
    return eventLine(body, read) === text ? { ...read, body } : null;
  } catch {
    return null;
  }
}

/** Null for a text that is not the canonical form of such a value: two readers could understand it in two ways. */
function readCanonical<T>(text: string, isRight: (value: unknown) => boolean): T | null {
  try {
    const value: unknown = JSON.parse(text);
    return isRight(value) && canonicalJson(value) === text ? (value as T) : null;
  } catch {
    return null;
  }
}

function isExportedEvent(value: unknown): boolean {
  if (!isRecord(value) || !isRecord(value['event']) || typeof value['event']['id'] !== 'string') return false;
  const { leaf, pos, seal } = value;
  if (leaf === null) return pos === null && seal === null;
  return typeof leaf === 'string' && Number.isInteger(pos) && Number.isInteger(seal);
}

function isSigned(value: unknown): boolean {
  if (!isRecord(value) || !isRecord(value['seal']) || typeof value['signature'] !== 'string') return false;
  const { number, count, key, previous, root, at } = value['seal'];
  const areWhole = [number, count].every((one) => Number.isInteger(one) && (one as number) > 0);
  return areWhole && [key, previous, root, at].every((one) => typeof one === 'string');
}

/** @returns null where the line is no anchor */
export function readAnchor(line: string): Anchor | null {
  return readCanonical<Anchor>(
    line,
    (value) => isRecord(value) && Number.isInteger(value['number']) && typeof value['hash'] === 'string',
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
