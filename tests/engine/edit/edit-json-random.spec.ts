import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { editJson, type JsonEdit } from '../../../src/engine/edit/edit-json.js';
import { placeAt } from '../../../src/engine/edit/json-place.js';
import { type JsonNode, type JsonValue, parseJsonTree } from '../../../src/engine/procedure/parse-json.js';
import { pointer as stepTo } from '../../../src/engine/workflow/object-reader.js';

type Members = Record<string, JsonValue>;

// Keys that look like numbers would change their place in a JavaScript object, which is the model here.
const key = fc.string({
  minLength: 0,
  maxLength: 4,
  unit: fc.constantFrom('a', 'b', '店', '/', '~', '"', ' '),
});
const scalar = fc.oneof(
  fc.string({ maxLength: 6, unit: fc.constantFrom('x', '\\', '"', '\n', '塚', '𠮷', '{', ',', '\u0001') }),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
);
const { value: anyValue } = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalar,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));
const gaps = fc.array(fc.constantFrom('', '', ' ', '  ', '\n  ', '\n\t', '\r\n    '), {
  minLength: 7,
  maxLength: 7,
});

/** The value written with any white space, each text once plainly and once in escapes. */
function written(value: JsonValue, spaces: readonly string[]): string {
  let next = 0;
  const gap = () => spaces[next++ % spaces.length] ?? '';
  const text = (source: string) =>
    next++ % 3 === 0
      ? `"${[...Array(source.length).keys()].map((at) => `\\u${source.charCodeAt(at).toString(16).padStart(4, '0')}`).join('')}"`
      : JSON.stringify(source);
  const write = (inner: JsonValue): string => {
    if (typeof inner === 'string') return text(inner);
    if (Array.isArray(inner))
      return `[${gap()}${inner.map((item: JsonValue) => write(item)).join(`${gap()},${gap()}`)}${gap()}]`;
    if (typeof inner !== 'object' || inner === null) return JSON.stringify(inner);
    const members = Object.entries(inner).map(
      ([name, member]) => `${text(name)}${gap()}:${gap()}${write(member)}`,
    );
    return `{${gap()}${members.join(`${gap()},${gap()}`)}${gap()}}`;
  };
  return `${gap()}${write(value)}${gap()}`;
}

function treeOf(text: string): JsonNode {
  const { root, problems } = parseJsonTree('', text);
  if (!root || problems.length > 0) throw new Error(`not JSON: ${text}`);
  return root;
}

function pointersOf(node: JsonNode, at = ''): readonly string[] {
  const members = (node.members ?? []).flatMap((member) => pointersOf(member.node, stepTo(at, member.key)));
  const items = (node.items ?? []).flatMap((item, index) => pointersOf(item, stepTo(at, index)));
  return [at, ...members, ...items];
}

/** Each value that is no container as it is written, but for those under one pointer. */
function writtenLeaves(text: string, without: string): readonly string[] {
  const root = treeOf(text);
  return pointersOf(root)
    .filter((at) => at !== without && !at.startsWith(`${without}/`))
    .flatMap((at) => {
      const place = placeAt(root, at);
      if (!place || place.node.members || place.node.items) return [];
      const from = place.member?.keyFrom ?? place.node.from;
      return [text.slice(from, place.member?.keyTo ?? from) + text.slice(place.node.from, place.node.to)];
    });
}

function edited(text: string, edit: JsonEdit): string {
  const result = editJson(text, [edit]);
  if (!result.ok) throw new Error(`${JSON.stringify(edit)}: ${JSON.stringify(result.problems)}`);
  return result.text;
}

const document = fc
  .record({
    value: fc.oneof(fc.dictionary(key, anyValue, { minKeys: 1, noNullPrototype: true }), fc.array(anyValue)),
    spaces: gaps,
  })
  .map(({ value, spaces }) => written(value, spaces));

/** A document and one of the places in it. */
const documentAndPlace = document.chain((text) =>
  fc.record({ text: fc.constant(text), at: fc.constantFrom(...pointersOf(treeOf(text))) }),
);

const parentOf = (at: string) => at.slice(0, at.lastIndexOf('/'));

describe('changes of any JSON text', () => {
  it('set exactly one value', () => {
    fc.assert(
      fc.property(documentAndPlace, anyValue, ({ text, at }, value) => {
        const after = edited(text, { kind: 'set', pointer: at, value });
        expect(placeAt(treeOf(after), at)?.node.value).toEqual(value);
        expect(JSON.stringify(placeAt(treeOf(after), at)?.node.value)).toBe(JSON.stringify(value));
        expect(writtenLeaves(after, at)).toEqual(writtenLeaves(text, at));
      }),
    );
  });

  it('change no byte outside the value that is set', () => {
    fc.assert(
      fc.property(documentAndPlace, anyValue, ({ text, at }, value) => {
        const { from, to } = placeAt(treeOf(text), at)?.node ?? { from: 0, to: 0 };
        const after = edited(text, { kind: 'set', pointer: at, value });
        expect(after.startsWith(text.slice(0, from)) && after.endsWith(text.slice(to))).toBe(true);
      }),
    );
  });

  it('set the value it has to the same bytes', () => {
    fc.assert(
      fc.property(documentAndPlace, ({ text, at }) => {
        const value = placeAt(treeOf(text), at)?.node.value ?? null;
        expect(edited(text, { kind: 'set', pointer: at, value })).toBe(text);
      }),
    );
  });

  it('remove one value, and change nothing outside of what it stood in', () => {
    fc.assert(
      fc.property(documentAndPlace, ({ text, at }) => {
        fc.pre(at !== '');
        const before = treeOf(text);
        const parent = placeAt(before, parentOf(at))?.node ?? before;
        const after = edited(text, { kind: 'remove', pointer: at });
        expect(writtenLeaves(after, '/nothing')).toEqual(writtenLeaves(text, at));
        expect(after.startsWith(text.slice(0, parent.from)) && after.endsWith(text.slice(parent.to))).toBe(
          true,
        );
        const count = (node: JsonNode | undefined) => (node?.members ?? node?.items ?? []).length;
        expect(count(placeAt(treeOf(after), parentOf(at))?.node)).toBe(count(parent) - 1);
      }),
    );
  });

  it('insert one value before another, and removed again it leaves the same bytes', () => {
    fc.assert(
      fc.property(documentAndPlace, anyValue, ({ text, at }, value) => {
        fc.pre(at !== '');
        const place = placeAt(treeOf(text), at);
        const pointer = place?.member ? stepTo(parentOf(at), 'new key') : at;
        const before = place?.member ? { before: place.member.key } : {};
        const after = edited(text, { kind: 'insert', pointer, value, ...before });
        expect(JSON.stringify(placeAt(treeOf(after), pointer)?.node.value)).toBe(JSON.stringify(value));
        expect(edited(after, { kind: 'remove', pointer })).toBe(text);
      }),
    );
  });

  it('append one value, and removed again it leaves the same bytes', () => {
    fc.assert(
      fc.property(documentAndPlace, anyValue, ({ text, at }, value) => {
        const { members, items } = placeAt(treeOf(text), at)?.node ?? {};
        const count = (members ?? items ?? []).length;
        fc.pre(count > 0);
        const after = edited(text, { kind: 'insert', pointer: stepTo(at, members ? 'new key' : '-'), value });
        const pointer = stepTo(at, members ? 'new key' : count);
        expect(JSON.stringify(placeAt(treeOf(after), pointer)?.node.value)).toBe(JSON.stringify(value));
        expect(edited(after, { kind: 'remove', pointer })).toBe(text);
      }),
    );
  });

  it('rename a key, and renamed back it is the same text but for how the key was escaped', () => {
    fc.assert(
      fc.property(documentAndPlace, ({ text, at }) => {
        const member = placeAt(treeOf(text), at)?.member;
        fc.pre(member !== null && member !== undefined);
        const after = edited(text, { kind: 'rename', pointer: at, key: 'new key' });
        const back = edited(after, {
          kind: 'rename',
          pointer: stepTo(parentOf(at), 'new key'),
          key: member.key,
        });
        expect(back).toBe(
          text.slice(0, member.keyFrom) + JSON.stringify(member.key) + text.slice(member.keyTo),
        );
      }),
    );
  });

  it('move a value with everything in it', () => {
    fc.assert(
      fc.property(documentAndPlace, ({ text, at }) => {
        fc.pre(at !== '');
        const before = treeOf(text);
        const to = before.members ? '/new key' : '/0';
        const after = edited(text, { kind: 'move', pointer: at, to });
        expect(JSON.stringify(placeAt(treeOf(after), to)?.node.value)).toBe(
          JSON.stringify(placeAt(before, at)?.node.value),
        );
        expect(writtenLeaves(after, to)).toEqual(writtenLeaves(text, at));
      }),
    );
  });
});

/** As the model of an edit: what JSON.parse reads afterwards is what a program would have made of the object. */
describe('several changes of an object', () => {
  it('have the result they would have on the object itself', () => {
    const change = fc.oneof(
      fc.record({ kind: fc.constant('set' as const), key, value: anyValue }),
      fc.record({ kind: fc.constant('remove' as const), key }),
    );
    fc.assert(
      fc.property(
        fc.dictionary(key, anyValue, { noNullPrototype: true }),
        gaps,
        fc.array(change, { maxLength: 6 }),
        (object, spaces, changes) => {
          const model: Members = { ...object };
          const edits: JsonEdit[] = [];
          for (const one of changes) {
            const pointer = stepTo('', one.key);
            if (one.kind === 'set') {
              model[one.key] = one.value;
              edits.push({ kind: 'set', pointer, value: one.value });
            } else if (Object.hasOwn(model, one.key)) {
              Reflect.deleteProperty(model, one.key);
              edits.push({ kind: 'remove', pointer });
            }
          }
          const result = editJson(written(object, spaces), edits);
          expect(result.ok && JSON.stringify(JSON.parse(result.text))).toBe(JSON.stringify(model));
        },
      ),
    );
  });
});
