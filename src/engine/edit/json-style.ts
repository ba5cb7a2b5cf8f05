import type { JsonNode, JsonValue } from '../procedure/parse-json.js';

/** How a file writes its JSON, as far as a new value must know it. */
export interface JsonStyle {
  /** One step inwards; empty for a file on one line. */
  readonly indent: string;
  readonly lineEnd: string;
  /** Inside `{ }` of an object on one line. */
  readonly padding: string;
  /** Between a key and its value. */
  readonly colon: string;
  /** Between two values on one line. */
  readonly comma: string;
}

/** Longer lines are broken; a full-width character counts for two. */
const WIDTH = 110;

export function styleOfJson(text: string, root: JsonNode): JsonStyle {
  const lineEnd = /\r\n|\n|\r/.exec(text)?.[0] ?? '';
  const flat = lineEnd === '';
  const containers = containersIn(root);
  const inner = containers.find((node) => opensLine(text, node) && indentAt(text, firstOf(node)) !== '');
  const indent = inner
    ? indentAt(text, firstOf(inner)).slice(indentAt(text, inner.from).length) ||
      indentAt(text, firstOf(inner))
    : '  ';
  const oneLine = containers.find((node) => node.members && !opensLine(text, node));
  const pair = containers.flatMap((node) => node.members ?? [])[0];
  const colon = (pair && /^ *: *$/.exec(text.slice(pair.keyTo, pair.node.from))?.[0]) ?? (flat ? ':' : ': ');
  const gap = containers.flatMap((node) => gapOf(text, node))[0];
  return {
    indent: flat ? '' : indent,
    lineEnd,
    padding: oneLine ? text.slice(oneLine.from + 1, firstOf(oneLine)) : flat ? '' : ' ',
    colon,
    comma: gap ?? (colon.endsWith(' ') ? ', ' : ','),
  };
}

/**
 * The value as text: on one line where it fits, otherwise one entry a line.
 *
 * @param indent of the line that the value begins on
 * @param start what stands before the value on that line
 * @param expand over several lines in any case, unless it is empty or no list and no object
 */
export function writeJson(
  value: JsonValue,
  style: JsonStyle,
  indent: string,
  start: string,
  expand: boolean,
): string {
  const flat = onOneLine(value, style);
  if (typeof value !== 'object' || value === null || style.lineEnd === '') return flat;
  if (!expand && fitsLine(indent + start + flat)) return flat;
  const inside = indent + style.indent;
  const lines = Array.isArray(value)
    ? value.map((item: JsonValue) => writeJson(item, style, inside, '', false))
    : Object.entries(value).map(([key, member]) => {
        const before = JSON.stringify(key) + style.colon;
        return before + writeJson(member, style, inside, before, false);
      });
  if (lines.length === 0) return flat;
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const body = lines.map((line) => inside + line).join(`,${style.lineEnd}`);
  return `${open}${style.lineEnd}${body}${style.lineEnd}${indent}${close}`;
}

/** With the comma that may follow. */
export function fitsLine(line: string): boolean {
  return widthOf(line) < WIDTH;
}

function onOneLine(value: JsonValue, style: JsonStyle): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value))
    return `[${value.map((item: JsonValue) => onOneLine(item, style)).join(style.comma)}]`;
  const members = Object.entries(value).map(
    ([key, member]) => JSON.stringify(key) + style.colon + onOneLine(member, style),
  );
  const { padding } = style;
  return members.length === 0 ? '{}' : `{${padding}${members.join(style.comma)}${padding}}`;
}

const FULL_WIDTH =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFD}]/u;

function widthOf(text: string): number {
  return [...text].reduce((width, character) => width + (FULL_WIDTH.test(character) ? 2 : 1), 0);
}

/** Does the first thing inside stand on a line of its own? */
export function opensLine(text: string, node: JsonNode): boolean {
  return /[\r\n]/.test(text.slice(node.from, firstOf(node)));
}

/** The white space that the line of an offset begins with. */
export function indentAt(text: string, offset: number): string {
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  return /^\uFEFF?([ \t]*)/.exec(text.slice(start, offset))?.[1] ?? '';
}

function firstOf(node: JsonNode): number {
  return node.members?.[0]?.keyFrom ?? node.items?.[0]?.from ?? node.from;
}

/** What stands between two values of a container on one line. */
function gapOf(text: string, node: JsonNode): readonly string[] {
  if (opensLine(text, node)) return [];
  const [first, second] = node.items ?? (node.members ?? []).map((member) => member.node);
  if (!first || !second) return [];
  const next = node.members?.[1]?.keyFrom ?? second.from;
  const gap = text.slice(first.to, next);
  return /^, *$/.test(gap) ? [gap] : [];
}

/** Objects and lists that hold something, outermost first. */
function containersIn(node: JsonNode): readonly JsonNode[] {
  const inside = node.items ?? (node.members ?? []).map((member) => member.node);
  return inside.length === 0 ? [] : [node, ...inside.flatMap(containersIn)];
}
