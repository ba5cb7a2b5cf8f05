import type { Fact } from './facts-in-scope.js';

export interface Completion {
  /** What is put in the place of what was typed. */
  readonly text: string;
  readonly label: string;
  readonly note: string;
}

/** What stands before the cursor and may become a name. */
export interface Begun {
  readonly from: number;
  readonly text: string;
}

const WORD = /[\p{L}\p{N}_.]+$/u;
const MOST = 12;

/** Null within a text in quotation marks, and where nothing was begun. */
export function begunAt(source: string, cursor: number): Begun | null {
  const before = source.slice(0, cursor);
  if ((before.match(/"/g)?.length ?? 0) % 2 === 1) return null;
  const text = WORD.exec(before)?.[0];
  return text === undefined || /^\d/.test(text) ? null : { from: cursor - text.length, text };
}

/** Fields by their name or their title, then functions; what begins so before what only has it in it. */
export function completionsFor(
  begun: string,
  facts: readonly Fact[],
  functions: readonly string[],
  functionNote: string,
): readonly Completion[] {
  const wanted = begun.toLowerCase();
  const ranked = [
    ...facts.map((fact) => ({
      completion: { text: fact.name, label: fact.name, note: fact.title },
      rank: rankOf(wanted, fact.name, fact.title),
    })),
    ...functions.map((name) => ({
      completion: { text: `${name}(`, label: name, note: functionNote },
      rank: rankOf(wanted, name, '') + 0.5,
    })),
  ];
  return ranked
    .filter(({ rank }) => rank < NOT)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST)
    .map(({ completion }) => completion)
    .filter(({ text }) => text !== begun);
}

const NOT = 9;

function rankOf(wanted: string, name: string, title: string): number {
  const lower = name.toLowerCase();
  if (lower.startsWith(wanted)) return 0;
  if (lower.split('.').some((step) => step.startsWith(wanted))) return 1;
  if (title.toLowerCase().includes(wanted)) return 2;
  return lower.includes(wanted) ? 3 : NOT;
}
