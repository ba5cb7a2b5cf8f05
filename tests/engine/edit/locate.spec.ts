import { describe, expect, it } from '@jest/globals';
import { locate } from '../../../src/engine/edit/locate.js';

const files = {
  'workflow.json':
    '{\n  "stages": {\n    "review": {\n      "role": "審査員",\n      "actions": { "pass": { "routes": [{ "to": "end" }] } }\n    }\n  }\n}\n',
  'form.schema.json':
    '{\n  "properties": {\n    "store": { "properties": { "city": { "x-askWhen": "a = \\"\\u5927\\" and stor.x" } } },\n    "home": { "$ref": "#/$defs/address", "x-askWhen": "hme.x" }\n  },\n  "$defs": { "address": { "type": "object" } }\n}',
  'notices/grant.md':
    '---\ntitle: {{ aplicant.name }}様\n---\n右：{{ notice.issued_on }}　{{ stor.name }}\n{{#if stor.open }}\n{{#each row in sale.rows }}\n| {{ row.amunt }} |\n{{/each}}\n{{/if}}\n',
  'tables/bands.csv': 'band:string,floor:number\r\n"A, B",x\r\n',
};

const inExpression = (path: string, position: number, part: string) =>
  locate(files, { path, params: { position, part } });

describe('where a problem stands in the file', () => {
  it('shows an action at its name', () => {
    expect(locate(files, { path: 'workflow.json#/stages/review/actions/pass' })).toEqual({
      file: 'workflow.json',
      line: 5,
      column: 20,
      endLine: 5,
      endColumn: 26,
    });
  });

  it('shows a role that does not exist at its value', () => {
    expect(locate(files, { path: 'workflow.json#/stages/review/role', params: { name: '審査員' } })).toEqual({
      file: 'workflow.json',
      line: 4,
      column: 15,
      endLine: 4,
      endColumn: 20,
    });
  });

  it('shows a key that nobody knows at the key', () => {
    expect(
      locate(files, { path: 'workflow.json#/stages/review/role', params: { key: 'role' } }),
    ).toMatchObject({ line: 4, column: 7, endColumn: 13 });
  });

  it('shows an entry of a list where it begins', () => {
    expect(locate(files, { path: 'workflow.json#/stages/review/actions/pass/routes/0' })).toEqual({
      file: 'workflow.json',
      line: 5,
      column: 41,
    });
  });

  it('shows what is missing at the nearest thing that is there', () => {
    expect(locate(files, { path: 'workflow.json#/stages/review/requires/fields' })).toMatchObject({
      line: 3,
      column: 5,
    });
  });

  it('reads escaped steps of a pointer', () => {
    const text = '{ "a/b": { "c~d": 1 } }';
    expect(locate({ 'f.json': text }, { path: 'f.json#/a~1b/c~0d' })).toMatchObject({
      line: 1,
      column: 19,
      endColumn: 20,
    });
  });

  it('counts through the escapes of a JSON text to the name that is wrong', () => {
    const path = 'form.schema.json#/properties/store/properties/city/x-askWhen';
    // a = "大" and stor.x — the name begins at the 13th character, behind three escapes.
    expect(inExpression(path, 13, 'stor')).toEqual({
      file: 'form.schema.json',
      line: 3,
      column: 75,
      endLine: 3,
      endColumn: 79,
    });
    expect(files['form.schema.json'].split('\n')[2]?.slice(74, 78)).toBe('stor');
  });

  it('finds a keyword that stands beside the reference to a definition', () => {
    expect(inExpression('form.schema.json#/$defs/address/x-askWhen', 1, 'hme')).toMatchObject({
      line: 4,
      column: 56,
      endColumn: 59,
    });
  });

  it('finds the placeholder of the line that is meant, in the text and in the front matter', () => {
    expect(inExpression('notices/grant.md#4', 1, 'stor')).toMatchObject({
      line: 4,
      column: 29,
      endColumn: 33,
    });
    expect(inExpression('notices/grant.md#2', 1, 'aplicant')).toMatchObject({ line: 2, column: 11 });
  });

  it('finds the expression of a condition, a loop and a table cell', () => {
    expect(inExpression('notices/grant.md#5', 6, 'open')).toMatchObject({ line: 5, column: 12 });
    expect(inExpression('notices/grant.md#6', 1, 'sale')).toMatchObject({ line: 6, column: 16 });
    expect(inExpression('notices/grant.md#7', 5, 'amunt')).toMatchObject({ line: 7, column: 10 });
  });

  it('shows a placeholder that may be empty as a whole', () => {
    const params = { source: 'notice.issued_on', name: 'notice.issued_on' };
    expect(locate(files, { path: 'notices/grant.md#4', params })).toMatchObject({ column: 6, endColumn: 22 });
  });

  it('shows any other line of a template from its first to its last character', () => {
    expect(locate(files, { path: 'notices/grant.md#8' })).toMatchObject({
      line: 8,
      column: 1,
      endColumn: 10,
    });
  });

  it('shows the cell of a table by its column', () => {
    const params = { column: 'floor', value: 'x' };
    expect(locate(files, { path: 'tables/bands.csv#2', params })).toMatchObject({ column: 8, endColumn: 9 });
  });

  it('takes line and column from a file that is no JSON', () => {
    const broken = { 'f.json': '{\n  "a": 1\n  "b": 2\n}' };
    expect(locate(broken, { path: 'f.json#3', params: { line: 3, column: 3 } })).toEqual({
      file: 'f.json',
      line: 3,
      column: 3,
    });
  });

  it('does not count a byte order mark', () => {
    expect(locate({ 'f.json': '\uFEFF{"a":1}' }, { path: 'f.json#/a' })).toMatchObject({
      line: 1,
      column: 6,
    });
  });

  it('begins a file that is named alone at its first character', () => {
    expect(locate(files, { path: 'workflow.json' })).toEqual({ file: 'workflow.json', line: 1, column: 1 });
  });

  it('has no place for a file that is missing', () => {
    expect(locate(files, { path: 'procedure.json', params: { file: 'procedure.json' } })).toBeNull();
  });
});
