import { type Problem, problem } from '../problem.js';
import { type JsonNode, type JsonValue, parseJsonTree } from '../procedure/parse-json.js';
import { changesBetween } from './json-changes.js';
import { type JsonPlace, placeAt, pointerSteps } from './json-place.js';
import { fitsLine, indentAt, type JsonStyle, opensLine, styleOfJson, writeJson } from './json-style.js';

/**
 * One change of a JSON text. Places are JSON Pointers (RFC 6901); in a list, `/routes/0` is the place before the first
 * entry and `/routes/-` the end.
 */
export type JsonEdit =
  /** The value from now on; a member that is not there comes last. Of a list or object only what differs is written. */
  | { readonly kind: 'set'; readonly pointer: string; readonly value: JsonValue }
  /** A new entry of a list, or a new member of an object: before the member `before`, or last. */
  | { readonly kind: 'insert'; readonly pointer: string; readonly value: JsonValue; readonly before?: string }
  | { readonly kind: 'remove'; readonly pointer: string }
  /** Another key for a member, at the same place. */
  | { readonly kind: 'rename'; readonly pointer: string; readonly key: string }
  /** `to` as in `insert`, counted when the value is no longer at `pointer`. */
  | { readonly kind: 'move'; readonly pointer: string; readonly to: string; readonly before?: string };

export type EditedJson =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Changes a JSON text and nothing else of it: indentation, order of keys, line ends, escapes and white space of what is
 * not touched stay byte for byte. What is new is written as its neighbours are. The edits are made one after the other;
 * where one cannot be made, none is.
 */
export function editJson(text: string, edits: readonly JsonEdit[]): EditedJson {
  let edited = text;
  for (const edit of edits) {
    const { root, problems } = parseJsonTree('', edited);
    if (!root) return { ok: false, problems };
    const result = new JsonText(edited, root).edit(edit);
    if (!result.ok) return result;
    edited = result.text;
  }
  return { ok: true, text: edited };
}

/** Writes a value into the place it gets. */
type Writer = (style: JsonStyle, indent: string, start: string, expand: boolean) => string;

/** One entry of a container as it stands: a member with its key, or an item. */
interface Entry {
  readonly from: number;
  readonly node: JsonNode;
}

class JsonText {
  private readonly style: JsonStyle;

  constructor(
    private readonly text: string,
    private readonly root: JsonNode,
  ) {
    this.style = styleOfJson(text, root);
  }

  edit(edit: JsonEdit): EditedJson {
    if (edit.kind === 'set') return this.set(edit.pointer, edit.value);
    if (edit.kind === 'insert') return this.insert(edit.pointer, edit.before, writerOf(edit.value));
    const place = placeAt(this.root, edit.pointer);
    if (!place) return refuse(edit.pointer, 'edit-place-unknown');
    if (edit.kind === 'remove') return this.remove(place);
    return edit.kind === 'rename' ? this.rename(place, edit.key) : this.move(place, edit.to, edit.before);
  }

  private set(pointer: string, value: JsonValue): EditedJson {
    const place = placeAt(this.root, pointer);
    if (!place) return this.insert(pointer, undefined, writerOf(value));
    const { node, member } = place;
    const changes = changesBetween(node.value, value, pointer);
    if (changes) return editJson(this.text, changes);
    const start = member ? this.text.slice(member.keyFrom, node.from) : '';
    const written = writeJson(value, this.style, indentAt(this.text, node.from), start, this.isOpen(node));
    return this.splice(node.from, node.to, written);
  }

  private insert(pointer: string, before: string | undefined, write: Writer): EditedJson {
    const steps = pointerSteps(pointer);
    const step = steps.at(-1);
    const parent = placeAt(this.root, pointer.slice(0, Math.max(pointer.lastIndexOf('/'), 0)));
    if (!parent || step === undefined) return refuse(pointer, 'edit-place-unknown');
    const { members, items } = parent.node;
    if (members) {
      if (step === '__proto__') return refuse(pointer, 'unsafe-name', { name: step });
      if (members.some(({ key }) => key === step)) return refuse(pointer, 'duplicate-key', { key: step });
      const index = before === undefined ? members.length : members.findIndex(({ key }) => key === before);
      if (index === -1) return refuse(pointer, 'edit-place-unknown');
      return this.insertEntry(parent, index, JSON.stringify(step) + this.style.colon, write);
    }
    const index = step === '-' ? items?.length : /^\d+$/.test(step) ? Number(step) : undefined;
    if (!items || index === undefined || index > items.length) return refuse(pointer, 'edit-place-unknown');
    return this.insertEntry(parent, index, '', write);
  }

  private insertEntry(parent: JsonPlace, index: number, start: string, write: Writer): EditedJson {
    const { node } = parent;
    const { style } = this;
    const entries = entriesOf(node);
    const behind = entries[index - 1];
    const neighbour = behind ?? entries[index];
    if (!neighbour) return this.fill(parent, start, write);
    const broken = opensLine(this.text, node);
    const indent = indentAt(this.text, neighbour.from);
    const gap = broken ? `,${style.lineEnd}${indent}` : style.comma;
    const written = broken
      ? start + write(style, indent, start, this.expandsLike(entries, index))
      : start + write({ ...style, lineEnd: '' }, '', start, false);
    return behind
      ? this.splice(behind.node.to, behind.node.to, gap + written)
      : this.splice(neighbour.from, neighbour.from, written + gap);
  }

  /** The first entry of an empty container. */
  private fill({ node, member }: JsonPlace, start: string, write: Writer): EditedJson {
    const { style, text } = this;
    const [open, close] = node.members ? '{}' : '[]';
    const padding = node.members ? style.padding : '';
    const flat = `${open}${padding}${start}${write({ ...style, lineEnd: '' }, '', start, false)}${padding}${close}`;
    const before = member ? text.slice(member.keyFrom, node.from) : '';
    const indent = indentAt(text, node.from);
    const fits = fitsLine(indent + before + flat) && !/[\r\n]/.test(flat);
    if (style.lineEnd === '' || (fits && node !== this.root)) return this.splice(node.from, node.to, flat);
    const inside = indent + style.indent;
    const entry = `${style.lineEnd}${inside}${start}${write(style, inside, start, false)}${style.lineEnd}`;
    return this.splice(node.from, node.to, `${open}${entry}${indent}${close}`);
  }

  private remove({ node, pointer }: JsonPlace): EditedJson {
    const parent = placeAt(this.root, pointer.slice(0, Math.max(pointer.lastIndexOf('/'), 0)));
    if (!parent || pointer === '') return refuse(pointer, 'edit-place-unknown');
    const entries = entriesOf(parent.node);
    const index = entries.findIndex((entry) => entry.node === node);
    const [behind, own, next] = [entries[index - 1], entries[index], entries[index + 1]];
    if (behind) return this.splice(behind.node.to, node.to, '');
    if (own && next) return this.splice(own.from, next.from, '');
    return this.splice(parent.node.from + 1, parent.node.to - 1, '');
  }

  private rename({ member, pointer }: JsonPlace, key: string): EditedJson {
    if (!member) return refuse(pointer, 'edit-place-unknown');
    if (member.key === key) return { ok: true, text: this.text };
    if (key === '__proto__') return refuse(pointer, 'unsafe-name', { name: key });
    const parent = placeAt(this.root, pointer.slice(0, pointer.lastIndexOf('/')));
    if (parent?.node.members?.some((sibling) => sibling.key === key))
      return refuse(pointer, 'duplicate-key', { key });
    return this.splice(member.keyFrom, member.keyTo, JSON.stringify(key));
  }

  private move(place: JsonPlace, to: string, before: string | undefined): EditedJson {
    const { node } = place;
    const written = this.text.slice(node.from, node.to);
    const from = indentAt(this.text, node.from);
    const removed = this.remove(place);
    if (!removed.ok) return removed;
    const { root, problems } = parseJsonTree('', removed.text);
    if (!root) return { ok: false, problems };
    return new JsonText(removed.text, root).insert(to, before, (_style, indent) =>
      written.replaceAll(/(\r\n|\n|\r)([ \t]*)/g, (_all, end: string, own: string) =>
        own.startsWith(from) ? end + indent + own.slice(from.length) : end + own,
      ),
    );
  }

  /** Is the nearest list or object among the siblings written over several lines? */
  private expandsLike(entries: readonly Entry[], index: number): boolean {
    const siblings = [...entries.slice(0, index).reverse(), ...entries.slice(index)];
    const nearest = siblings.find(({ node }) => (node.members ?? node.items ?? []).length > 0);
    return nearest !== undefined && this.isOpen(nearest.node);
  }

  private isOpen(node: JsonNode): boolean {
    return /[\r\n]/.test(this.text.slice(node.from, node.to));
  }

  private splice(from: number, to: number, written: string): EditedJson {
    return { ok: true, text: this.text.slice(0, from) + written + this.text.slice(to) };
  }
}

function writerOf(value: JsonValue): Writer {
  return (style, indent, start, expand) => writeJson(value, style, indent, start, expand);
}

function entriesOf({ members, items }: JsonNode): readonly Entry[] {
  if (members) return members.map(({ keyFrom, node }) => ({ from: keyFrom, node }));
  return (items ?? []).map((node) => ({ from: node.from, node }));
}

function refuse(pointer: string, code: string, params?: Problem['params']): EditedJson {
  return { ok: false, problems: [problem(`#${pointer}`, code, params ?? { pointer })] };
}
