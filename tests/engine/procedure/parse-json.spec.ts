import { describe, expect, it } from '@jest/globals';
import { parseJson } from '../../../src/engine/procedure/parse-json.js';

describe('JSON of a procedure', () => {
  it('is read as JSON.parse would read it', () => {
    const text = '{"a": [1, -2.5e3, true, null], "題": "\\u5927阪\\n"}';
    expect(parseJson('f.json', text)).toEqual({ ok: true, value: JSON.parse(text) });
  });

  it('may begin with a byte order mark', () => {
    expect(parseJson('f.json', '\uFEFF{}')).toEqual({ ok: true, value: {} });
  });

  it('names line and column of a missing comma', () => {
    expect(parseJson('f.json', '{\n  "a": 1\n  "b": 2\n}')).toEqual({
      ok: false,
      problems: [{ path: 'f.json#3', code: 'json-syntax', level: 'error', params: { line: 3, column: 3 } }],
    });
  });

  it.each(['', '{', '[1,]', '{"a":1,}', "{'a':1}", '01', '1e400', 'nul', '"\u0007"', '{} {}', '{a:1}'])(
    'refuses %j',
    (text) => {
      expect(parseJson('f.json', text)).toMatchObject({ ok: false, problems: [{ code: 'json-syntax' }] });
    },
  );

  it('reports a key given twice, which JSON.parse would drop in silence', () => {
    expect(parseJson('f.json', '{"a":1,\n"a":2}')).toMatchObject({
      problems: [{ path: 'f.json#2', code: 'duplicate-key', params: { key: 'a', line: 2, column: 1 } }],
    });
  });

  it('refuses the key __proto__', () => {
    expect(parseJson('f.json', '{"__proto__":{"isAdmin":true}}')).toMatchObject({
      problems: [{ code: 'unsafe-name', params: { name: '__proto__' } }],
    });
  });

  it('refuses 33 levels, and 20,000 of them without falling over', () => {
    for (const levels of [34, 20_000]) {
      expect(parseJson('f.json', '['.repeat(levels))).toMatchObject({ problems: [{ code: 'too-deep' }] });
    }
  });
});
