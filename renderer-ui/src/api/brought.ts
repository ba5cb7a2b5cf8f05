import { hearServerTime } from './server-clock.js';

interface Brought {
  /** The server's clock when it wrote the page, as an HTTP date. */
  readonly time: string;
  /** That the answers are in. */
  readonly language: 'ja' | 'en';
  /** Address → what it answers. */
  readonly answers: Readonly<Record<string, unknown>>;
}

/** Who comes back to a page after this long is told anew. */
const FRESH_MS = 30_000;

let language: Brought['language'] | undefined;
let answers: Map<string, unknown> | undefined;

/**
 * The answer that came with the page itself, sparing a round trip (`src/http/bring-answers.ts`). Each is given once, only
 * while the page is young, and to whom it was written for.
 */
export function takeBrought<T>(address: string, wanted: Brought['language']): T | undefined {
  if (performance.now() > FRESH_MS) return undefined;
  const all = readBrought();
  if (language !== wanted) return undefined;
  const answer = all.get(address);
  all.delete(address);
  return answer as T | undefined;
}

/** For what may have changed since the page was written: it is asked again. */
export function leaveBrought(address: string): void {
  readBrought().delete(address);
}

function readBrought(): Map<string, unknown> {
  if (answers !== undefined) return answers;
  const text = document.getElementById('brought')?.textContent;
  const brought = text ? (JSON.parse(text) as Brought) : null;
  if (brought) hearServerTime(brought.time, performance.timeOrigin);
  language = brought?.language;
  answers = new Map(Object.entries(brought?.answers ?? {}));
  return answers;
}
