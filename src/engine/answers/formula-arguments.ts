import type { Explanation } from '../expression/index.js';

/** One argument of a function call: its sub-result, or what was written where there is none (a number, a text). */
export type Argument =
  { readonly node: Explanation; readonly source: null } | { readonly node: null; readonly source: string };

/** The arguments of a call, in the order in which they were written. */
export function argumentsOf(call: Explanation): readonly Argument[] {
  const open = call.source.indexOf('(');
  return splitAtCommas(call.source.slice(open + 1, -1)).map(({ from, text }): Argument => {
    const start = call.position + open + 1 + from;
    const node = call.children.find((one) => one.position >= start && one.position < start + text.length);
    return node ? { node, source: null } : { node: null, source: text.trim() };
  });
}

/** The name of the function that a call calls. */
export function functionName(call: Explanation): string {
  return /^[^(]*/.exec(call.source)?.[0].trim() ?? '';
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
