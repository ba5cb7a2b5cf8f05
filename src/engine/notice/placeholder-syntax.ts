import type { Problem } from '../problem.js';
import { problem } from '../problem.js';

/** Literal text, or the source between `{{` and `}}` and where in the line it begins. */
export type Piece = { readonly text: string } | { readonly source: string; readonly from: number };

/**
 * Cuts a line at its placeholders. A `}}` inside a FEEL text or a FEEL context does not end one.
 * Runs on what an author wrote, before anything of an applicant is near.
 */
export function splitPlaceholders(line: string, path: string, problems: Problem[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  while (at < line.length) {
    const open = line.indexOf('{{', at);
    const text = open === -1 ? line.slice(at) : line.slice(at, open);
    if (text.includes('}}')) problems.push(problem(path, 'placeholder-not-opened'));
    if (text !== '') pieces.push({ text });
    if (open === -1) break;
    const close = endOfPlaceholder(line, open + 2);
    if (close === -1) {
      problems.push(problem(path, 'placeholder-not-closed'));
      break;
    }
    const inside = line.slice(open + 2, close);
    const source = inside.trim();
    if (source === '') problems.push(problem(path, 'placeholder-blank'));
    else if (/^[#/]/.test(source)) problems.push(problem(path, 'control-not-alone', { control: source }));
    else pieces.push({ source, from: close - inside.trimStart().length });
    at = close + 2;
  }
  return pieces;
}

/** Where the closing braces stand, or -1. */
function endOfPlaceholder(line: string, from: number): number {
  let depth = 0;
  let quoted = false;
  for (let at = from; at < line.length; at++) {
    const character = line[at];
    if (quoted) {
      if (character === '\\') at++;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === '{') depth++;
    else if (character === '}' && depth > 0) depth--;
    else if (character === '}') return line[at + 1] === '}' ? at : -1;
  }
  return -1;
}

/** Cells of `| a | {{ b }} |`, cut at the bars outside placeholders. */
export function splitCells(row: string): readonly string[] {
  const cells: string[] = [];
  let cell = '';
  const inner = row.trim().slice(1, -1);
  for (let at = 0; at < inner.length; at++) {
    const close = inner.startsWith('{{', at) ? endOfPlaceholder(inner, at + 2) : -1;
    if (close !== -1) {
      cell += inner.slice(at, close + 2);
      at = close + 1;
    } else if (inner[at] === '|') {
      cells.push(cell.trim());
      cell = '';
    } else cell += inner[at];
  }
  return [...cells, cell.trim()];
}
