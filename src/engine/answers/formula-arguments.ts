import type { Explanation } from '../expression/index.js';

/** One argument of a function call, in words. */
export interface ArgumentInWords {
  readonly text: string;
  /** An answer or another computation went into it; false for what is fixed or looked up. */
  readonly isComputed: boolean;
}

/**
 * The arguments of a call. Those with a sub-result are rendered; plain numbers and texts, which have none, are put in
 * words as they stand.
 */
export function argumentsOf(
  call: Explanation,
  render: (node: Explanation) => string,
  literal: (source: string) => string,
): readonly ArgumentInWords[] {
  const open = call.source.indexOf('(');
  return splitAtCommas(call.source.slice(open + 1, -1)).map(({ from, text }) => {
    const start = call.position + open + 1 + from;
    const child = call.children.find((one) => one.position >= start && one.position < start + text.length);
    return child
      ? { text: render(child), isComputed: render(child).includes('「') }
      : { text: literal(text.trim()), isComputed: false };
  });
}

/** Pieces between commas that are inside no bracket and no quoted text. */
function splitAtCommas(source: string): readonly { readonly from: number; readonly text: string }[] {
  const pieces: { from: number; text: string }[] = [];
  let depth = 0;
  let from = 0;
  for (const { 0: token, index } of source.matchAll(/"(?:[^"\\]|\\.)*"|[^"]/gu)) {
    if ('([{'.includes(token)) depth += 1;
    if (')]}'.includes(token)) depth -= 1;
    if (token !== ',' || depth > 0) continue;
    pieces.push({ from, text: source.slice(from, index) });
    from = index + 1;
  }
  pieces.push({ from, text: source.slice(from) });
  return pieces;
}
