import type { FormMatching } from './match-form.js';
import { plain } from './plain.js';

/** Reads what the old version wrote by the names of the new one, so that a new name alone changes nothing. */
export interface Renaming {
  /** Path of a page or field in the new version; the same path where it has no counterpart. */
  readonly field: (path: string) => string;
  readonly stage: (name: string) => string;
  readonly expression: (source: string) => string;
  /** Anything compiled, as plain JSON. */
  readonly value: (value: unknown) => unknown;
}

/** Members of a review that name stages. */
const STAGE_NAMES = ['start', 'to', 'notActorOf', 'stages'];

export function renamingOf({ pairs }: FormMatching, stages: ReadonlyMap<string, string>): Renaming {
  const paths = new Map([...pairs].map(([old, now]) => [old.path, now.path]));
  const names = new Map<string, string>();
  for (const [old, now] of pairs) {
    if (old.path === now.path) continue;
    names.set(dotted(old.path), dotted(now.path));
    if (old.repeat && now.repeat)
      names.set(inRow(old.path, old.repeat.path), inRow(now.path, now.repeat.path));
  }
  const field = (path: string) => paths.get(path) ?? path;
  const stage = (name: string) => stages.get(name) ?? name;
  const expression = names.size === 0 ? (source: string) => source : rewriter(names);
  const stagesRead = (value: unknown): unknown => withStages(value, stage);
  return { field, stage, expression, value: (value) => stagesRead(plain(value, expression)) };
}

function rewriter(names: ReadonlyMap<string, string>): (source: string) => string {
  const longestFirst = [...names.keys()].sort((a, b) => b.length - a.length).map(escaped);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}_.])(?:${longestFirst.join('|')})(?![\\p{L}\\p{N}_])`, 'gu');
  return (source) => source.replace(pattern, (name) => names.get(name) ?? name);
}

function withStages(value: unknown, stage: (name: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => withStages(item, stage));
  if (typeof value !== 'object' || value === null) return value;
  const rename = (name: unknown) => (typeof name === 'string' ? stage(name) : name);
  return Object.fromEntries(
    Object.entries(value).map(([key, member]: [string, unknown]) => {
      if (!STAGE_NAMES.includes(key)) return [key, withStages(member, stage)];
      if (Array.isArray(member)) return [key, member.map(rename)];
      return [key, typeof member === 'string' ? rename(member) : withStages(member, stage)];
    }),
  );
}

/** As expressions name it. */
function dotted(path: string): string {
  return path.replaceAll('[]', '');
}

function inRow(path: string, repeat: string): string {
  return `row${path.slice(repeat.length + 2)}`;
}

function escaped(name: string): string {
  return name.replace(/[.\\^$*+?()[\]{}|/-]/g, '\\$&');
}
