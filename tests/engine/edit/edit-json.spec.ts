import { describe, expect, it } from '@jest/globals';
import { editJson, type JsonEdit } from '../../../src/engine/edit/edit-json.js';

function edited(text: string, ...edits: readonly JsonEdit[]): string {
  const result = editJson(text, edits);
  return result.ok ? result.text : JSON.stringify(result.problems);
}

const page = `{
  "title": "店舗",
  "properties": {
    "name": { "type": "string", "title": "\\u5e97\\u540d" },
    "city": { "type": "string" }
  },
  "required": ["name",  "city"]
}
`;

describe('a change of a JSON file', () => {
  it('writes a new value and leaves everything else as it was', () => {
    expect(edited(page, { kind: 'set', pointer: '/properties/city/type', value: 'integer' })).toBe(
      page.replace('"city": { "type": "string" }', '"city": { "type": "integer" }'),
    );
  });

  it('gives the same bytes when nothing is new', () => {
    expect(edited(page, { kind: 'set', pointer: '', value: JSON.parse(page) as object as never })).toBe(page);
  });

  it('adds a member last, on a line of its own like its neighbours', () => {
    expect(edited(page, { kind: 'set', pointer: '/properties/seats', value: { type: 'integer' } })).toBe(
      page.replace(
        '"city": { "type": "string" }',
        '"city": { "type": "string" },\n    "seats": { "type": "integer" }',
      ),
    );
  });

  it('adds a member before another one', () => {
    const edit = { kind: 'insert', pointer: '/properties/kana', value: {}, before: 'city' } as const;
    expect(edited(page, edit)).toBe(page.replace('"city": {', '"kana": {},\n    "city": {'));
  });

  it('adds an entry to a list on one line, in the spacing of the file', () => {
    expect(edited(page, { kind: 'insert', pointer: '/required/-', value: 'tel' })).toBe(
      page.replace('"city"]', '"city", "tel"]'),
    );
    expect(edited(page, { kind: 'insert', pointer: '/required/0', value: 'tel' })).toBe(
      page.replace('["name"', '["tel", "name"'),
    );
  });

  it('writes an object over several lines where its neighbour is', () => {
    const text = '{\n\t"a": {\n\t\t"x": 1\n\t}\n}';
    expect(edited(text, { kind: 'set', pointer: '/b', value: { y: [1, 2] } })).toBe(
      '{\n\t"a": {\n\t\t"x": 1\n\t},\n\t"b": {\n\t\t"y": [1, 2]\n\t}\n}',
    );
  });

  it('breaks a line that would become too long', () => {
    const long = 'あ'.repeat(30);
    expect(edited('{\n  "a": 1\n}', { kind: 'set', pointer: '/b', value: { x: long, y: long } })).toBe(
      `{\n  "a": 1,\n  "b": {\n    "x": "${long}",\n    "y": "${long}"\n  }\n}`,
    );
  });

  it('keeps the line ends of Windows and a file without a last line end', () => {
    expect(edited('{\r\n  "a": 1\r\n}', { kind: 'set', pointer: '/b', value: 2 })).toBe(
      '{\r\n  "a": 1,\r\n  "b": 2\r\n}',
    );
  });

  it('keeps a file on one line on one line', () => {
    expect(edited('{"a":[1,2]}', { kind: 'set', pointer: '/b', value: { c: 'あ'.repeat(90), d: [] } })).toBe(
      `{"a":[1,2],"b":{"c":"${'あ'.repeat(90)}","d":[]}}`,
    );
  });

  it('opens an empty object', () => {
    expect(edited('{\n  "a": {}\n}\n', { kind: 'set', pointer: '/a/b', value: 1 })).toBe(
      '{\n  "a": { "b": 1 }\n}\n',
    );
    expect(edited('{}\n', { kind: 'set', pointer: '/a', value: 1 })).toBe('{\n  "a": 1\n}\n');
  });

  it('removes a member with its comma, wherever it stands', () => {
    expect(edited(page, { kind: 'remove', pointer: '/properties/city' })).toBe(
      page.replace(',\n    "city": { "type": "string" }', ''),
    );
    expect(edited(page, { kind: 'remove', pointer: '/title' })).toBe(
      page.replace('"title": "店舗",\n  ', ''),
    );
    expect(edited('{ "a": [ 1 ] }', { kind: 'remove', pointer: '/a/0' })).toBe('{ "a": [] }');
  });

  it('renames a key and keeps its place', () => {
    expect(edited(page, { kind: 'rename', pointer: '/properties/name', key: 'store_name' })).toBe(
      page.replace('"name": {', '"store_name": {'),
    );
  });

  it('moves a member as it is written', () => {
    const edit = { kind: 'move', pointer: '/properties/name', to: '/properties/name' } as const;
    expect(edited(page, edit)).toBe(
      page
        .replace('"name": { "type": "string", "title": "\\u5e97\\u540d" },\n    ', '')
        .replace(
          '"city": { "type": "string" }',
          (city) => `${city},\n    "name": { "type": "string", "title": "\\u5e97\\u540d" }`,
        ),
    );
  });

  it('moves lines inwards with what they stand in', () => {
    const text = '{\n  "a": {\n    "x": [\n      1\n    ]\n  },\n  "b": {\n    "y": 2\n  }\n}';
    expect(edited(text, { kind: 'move', pointer: '/a', to: '/b/a', before: 'y' })).toBe(
      '{\n  "b": {\n    "a": {\n      "x": [\n        1\n      ]\n    },\n    "y": 2\n  }\n}',
    );
  });

  it('writes of a whole object only what differs', () => {
    const value = {
      title: '店舗',
      properties: { name: { type: 'string', title: '店の名前' } },
      required: ['name'],
    };
    expect(edited(page, { kind: 'set', pointer: '', value })).toBe(
      page
        .replace('\\u5e97\\u540d', '店の名前')
        .replace(',\n    "city": { "type": "string" }', '')
        .replace(',  "city"', ''),
    );
  });

  it('writes an object anew when its members come in another order', () => {
    expect(edited('{ "a": { "x": 1, "y": 2 } }', { kind: 'set', pointer: '/a', value: { y: 2, x: 1 } })).toBe(
      '{ "a": { "y": 2, "x": 1 } }',
    );
  });

  it.each<[JsonEdit, string]>([
    [{ kind: 'remove', pointer: '/nothing' }, 'edit-place-unknown'],
    [{ kind: 'remove', pointer: '' }, 'edit-place-unknown'],
    [{ kind: 'set', pointer: '/title/x', value: 1 }, 'edit-place-unknown'],
    [{ kind: 'insert', pointer: '/required/9', value: 'x' }, 'edit-place-unknown'],
    [{ kind: 'insert', pointer: '/a', value: 1, before: 'nothing' }, 'edit-place-unknown'],
    [{ kind: 'insert', pointer: '/title', value: 'x' }, 'duplicate-key'],
    [{ kind: 'insert', pointer: '/__proto__', value: {} }, 'unsafe-name'],
    [{ kind: 'rename', pointer: '/title', key: 'required' }, 'duplicate-key'],
    [{ kind: 'rename', pointer: '/required/0', key: 'x' }, 'edit-place-unknown'],
    [{ kind: 'move', pointer: '/properties', to: '/properties/name/inside' }, 'edit-place-unknown'],
  ])('refuses %j', (edit, code) => {
    expect(editJson(page, [{ kind: 'set', pointer: '/title', value: 'x' }, edit])).toMatchObject({
      ok: false,
      problems: [{ code }],
    });
  });

  it('refuses a text that is no JSON', () => {
    expect(editJson('{', [])).toEqual({ ok: true, text: '{' });
    expect(editJson('{', [{ kind: 'remove', pointer: '/a' }])).toMatchObject({
      ok: false,
      problems: [{ code: 'json-syntax' }],
    });
  });
});
