import { type JsonMember, type JsonNode } from '../procedure/parse-json.js';

/** A value in a JSON text, with the key it stands under where it is a member. */
export interface JsonPlace {
  readonly node: JsonNode;
  readonly member: JsonMember | null;
  /** The pointer that leads here; shorter than the one asked for where that leads nowhere. */
  readonly pointer: string;
}

/** The steps of a JSON Pointer (RFC 6901), unescaped. */
export function pointerSteps(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The value at a pointer, or the innermost one on the way to it that is there. */
export function nearestPlace(root: JsonNode, pointer: string): JsonPlace {
  let place: JsonPlace = { node: root, member: null, pointer: '' };
  let written = '';
  for (const [index, step] of pointerSteps(pointer).entries()) {
    written += `/${pointer.split('/')[index + 1] ?? ''}`;
    const next = stepInto(place.node, step);
    if (!next) return place;
    place = { ...next, pointer: written };
  }
  return place;
}

/** The value at a pointer; null where there is none. */
export function placeAt(root: JsonNode, pointer: string): JsonPlace | null {
  const place = nearestPlace(root, pointer);
  return place.pointer === pointer ? place : null;
}

function stepInto(node: JsonNode, step: string): Omit<JsonPlace, 'pointer'> | null {
  const item = /^(?:0|[1-9]\d*)$/.test(step) ? node.items?.[Number(step)] : undefined;
  if (item) return { node: item, member: null };
  const member = node.members?.find((candidate) => candidate.key === step);
  return member ? { node: member.node, member } : null;
}

const ESCAPE = /\\u[0-9a-fA-F]{4}|\\./gs;

/**
 * Where in the file a character of a JSON text stands. `offset` counts in the text that the literal stands for, in
 * which an escape such as `\u5927` or `\"` is one character.
 *
 * @param literal of the JSON text, from quotation mark to quotation mark
 * @param from where in the file it begins
 */
export function offsetInLiteral(literal: string, from: number, offset: number): number {
  let [raw, read] = [1, 0];
  if (literal.includes('\\')) {
    for (const { 0: escape, index } of literal.matchAll(ESCAPE)) {
      if (offset - read <= index - raw) break;
      read += index - raw + 1;
      raw = index + escape.length;
    }
  }
  return from + raw + (offset - read);
}
