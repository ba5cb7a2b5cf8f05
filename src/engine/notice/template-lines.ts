import { nearestName } from '../nearest-name.js';
import type { Problem } from '../problem.js';
import { problem } from '../problem.js';

/** One line of a template file; `number` counts from 1 in the whole file. */
export interface SourceLine {
  readonly number: number;
  readonly text: string;
}

export interface TemplateText {
  /** Front matter by key, in the order of the file. */
  readonly head: ReadonlyMap<string, SourceLine>;
  readonly body: readonly SourceLine[];
}

/** Separates front matter (`key: value` lines between two `---`) from the lines of the text. */
export function splitTemplate(
  path: string,
  text: string,
  keys: readonly string[],
  problems: Problem[],
): TemplateText {
  const lines = text
    .replace(/^\uFEFF/, '')
    .replace(/(\r\n|\r|\n)$/, '')
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({ number: index + 1, text: line }));
  const end = lines.findIndex((line, index) => index > 0 && line.text.trim() === '---');
  if (lines[0]?.text.trim() !== '---' || end === -1) {
    problems.push(problem(`${path}#1`, 'front-matter-missing'));
    return { head: new Map(), body: lines };
  }
  const head = new Map<string, SourceLine>();
  for (const { number, text: line } of lines.slice(1, end)) {
    if (line.trim() === '') continue;
    const colon = line.indexOf(':');
    const key = (colon === -1 ? line : line.slice(0, colon)).trim();
    const at = `${path}#${number}`;
    if (colon === -1) problems.push(problem(at, 'front-matter-line', { line: line.trim() }));
    else if (!keys.includes(key)) {
      const suggestion = nearestName(key, keys);
      problems.push(problem(at, 'unknown-key', suggestion ? { key, suggestion } : { key }));
    } else if (head.has(key)) problems.push(problem(at, 'duplicate-key', { key }));
    else head.set(key, { number, text: line.slice(colon + 1).trim() });
  }
  return { head, body: lines.slice(end + 1) };
}
