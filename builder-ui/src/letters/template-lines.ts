/** One line of the text under the front matter, by what it does. */
export type LetterLine =
  | { readonly kind: 'text'; readonly style: LineStyleWord; readonly text: string }
  | { readonly kind: 'row'; readonly text: string }
  | { readonly kind: 'if'; readonly condition: string }
  | { readonly kind: 'else' }
  | { readonly kind: 'end-if' }
  | { readonly kind: 'each'; readonly name: string; readonly list: string }
  | { readonly kind: 'end-each' };

/** The word before a full-width colon; '' for a paragraph. */
export type LineStyleWord = '' | '右' | '中央' | '宛先' | '発信者' | '表題' | '見出し' | '注' | 'フッター';

export const STYLES: readonly LineStyleWord[] = [
  '',
  '右',
  '中央',
  '宛先',
  '発信者',
  '表題',
  '見出し',
  '注',
  'フッター',
];

export interface Letter {
  /** Lines of the front matter between `---`, key → value, in their order. */
  readonly head: readonly (readonly [key: string, value: string])[];
  /** Lines under it, as they stand in the file. */
  readonly body: readonly string[];
  /** Number of the first line of the body in the file, from 1. */
  readonly firstLine: number;
}

const CONTROL = /^\{\{\s*(#if|#else|\/if|#each|\/each)(?:\s+(.*?))?\s*\}\}$/u;
const STYLED = /^(右|中央|宛先|発信者|表題|見出し|注|フッター)：(.*)$/u;
const EACH = /^(\p{L}[\p{L}\p{N}_]*)\s+in\s+(.+)$/u;

/** Null for a text without front matter: it is edited as it is. */
export function readLetter(text: string): Letter | null {
  const lines = text.split('\n');
  const end = lines.indexOf('---', 1);
  if (lines[0] !== '---' || end === -1 || text.includes('\r')) return null;
  const head = lines.slice(1, end).map((line) => {
    const colon = line.indexOf(':');
    return colon === -1 ? ([line, ''] as const) : ([line.slice(0, colon), line.slice(colon + 1)] as const);
  });
  const body = lines.slice(end + 1);
  // The line end at the end of the file is no line.
  return { head, body: body.at(-1) === '' ? body.slice(0, -1) : body, firstLine: end + 2 };
}

/** The text again; what was not changed is byte for byte what it was. */
export function writeLetter({ head, body }: Letter, before: string): string {
  const end = before.endsWith('\n') || before === '' ? '\n' : '';
  return (
    [
      '---',
      ...head.map(([key, value]) => (value === '' && key === '' ? '' : `${key}:${value}`)),
      '---',
      ...body,
    ].join('\n') + end
  );
}

export function readLine(line: string): LetterLine {
  const [, word = '', argument = ''] = CONTROL.exec(line.trim()) ?? [];
  switch (word) {
    case '#if':
      return { kind: 'if', condition: argument };
    case '#else':
      return { kind: 'else' };
    case '/if':
      return { kind: 'end-if' };
    case '#each': {
      const [, name = '', list = argument] = EACH.exec(argument) ?? [];
      return { kind: 'each', name, list };
    }
    case '/each':
      return { kind: 'end-each' };
  }
  if (/^\s*\|.*\|\s*$/u.test(line)) return { kind: 'row', text: line };
  const [, style = '', rest = line] = STYLED.exec(line) ?? [];
  return { kind: 'text', style: style as LineStyleWord, text: rest };
}

export function writeLine(line: LetterLine): string {
  switch (line.kind) {
    case 'text':
      return line.style === '' ? line.text : `${line.style}：${line.text}`;
    case 'row':
      return line.text;
    case 'if':
      return `{{#if ${line.condition} }}`;
    case 'else':
      return '{{#else}}';
    case 'end-if':
      return '{{/if}}';
    case 'each':
      return `{{#each ${line.name} in ${line.list} }}`;
    case 'end-each':
      return '{{/each}}';
  }
}

/** A stretch of lines that belong together: one line, or a condition or repeat with all in it. */
export interface Stretch {
  readonly from: number;
  /** The line behind it. */
  readonly to: number;
  readonly depth: number;
}

/** Each line as the beginning of what belongs to it; a control that is not closed reaches to the end. */
export function stretches(body: readonly string[]): readonly Stretch[] {
  const kinds = body.map((line) => readLine(line).kind);
  let depth = 0;
  return kinds.map((kind, from): Stretch => {
    if (kind === 'end-if' || kind === 'end-each') depth -= 1;
    const own = Math.max(0, kind === 'else' ? depth - 1 : depth);
    if (kind !== 'if' && kind !== 'each') return { from, to: from + 1, depth: own };
    depth += 1;
    let open = 1;
    let to = from + 1;
    while (to < kinds.length && open > 0) {
      const inner = kinds[to];
      if (inner === 'if' || inner === 'each') open += 1;
      if (inner === 'end-if' || inner === 'end-each') open -= 1;
      to += 1;
    }
    return { from, to, depth: own };
  });
}

interface Moved {
  readonly body: readonly string[];
  /** Where the stretch begins now. */
  readonly at: number;
}

/** The body with a stretch before or behind its neighbour of the same depth; null where there is none. */
export function movedStretch(body: readonly string[], from: number, way: 'up' | 'down'): Moved | null {
  const all = stretches(body);
  const own = all[from];
  if (!own) return null;
  const beside = all.filter(
    (one) =>
      one.depth === own.depth &&
      readLine(body[one.from] ?? '').kind !== 'else' &&
      (way === 'up' ? one.to === own.from : one.from === own.to),
  )[0];
  if (!beside || ['else', 'end-if', 'end-each'].includes(readLine(body[beside.from] ?? '').kind)) return null;
  const [first, second] = way === 'up' ? [beside, own] : [own, beside];
  return {
    body: [
      ...body.slice(0, first.from),
      ...body.slice(second.from, second.to),
      ...body.slice(first.from, first.to),
      ...body.slice(second.to),
    ],
    at: way === 'up' ? beside.from : own.from + (beside.to - beside.from),
  };
}

/** A line parted at a place of its text: what is behind it is the next line, of the same kind where there is any. */
export function partedLine(line: string, text: readonly [before: string, after: string]): readonly string[] {
  const read = readLine(line);
  const [before, after] = text;
  if (read.kind === 'row') return [line, read.text.replaceAll(/[^|]+/gu, '  ')];
  if (read.kind !== 'text') return [line, ''];
  return [writeLine({ ...read, text: before }), after === '' ? '' : writeLine({ ...read, text: after })];
}

/** A line and the one before it as one; null where they cannot be, as beside a condition or a table. */
export function joinedLines(before: string, line: string): string | null {
  const [first, second] = [readLine(before), readLine(line)];
  if (first.kind !== 'text' || second.kind !== 'text') return null;
  return writeLine({ ...(first.text === '' ? second : first), text: first.text + second.text });
}

export function withoutStretch(body: readonly string[], from: number): readonly string[] {
  const own = stretches(body)[from];
  return own ? [...body.slice(0, own.from), ...body.slice(own.to)] : body;
}
