import { describe, expect, it } from '@jest/globals';
import { rename } from '../../../src/engine/edit/rename.js';
import type { Thing } from '../../../src/engine/edit/thing.js';
import { thingsIn } from '../../../src/engine/edit/things-in.js';
import type { ProcedureFiles } from '../../../src/engine/procedure/procedure.js';
import { failuresOf } from './failures-of.js';
import { smallFolder } from './small-folder.js';

function renamed(thing: Thing, to: string, files: ProcedureFiles = smallFolder): ProcedureFiles {
  const result = rename(files, thing, to);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.files;
}

/** Lines that are not the same, as `file: line`. */
function changes(after: ProcedureFiles): readonly string[] {
  return Object.entries(after).flatMap(([file, text]) =>
    text
      .split('\n')
      .filter((line, index) => line !== smallFolder[file]?.split('\n')[index])
      .map((line) => `${file}: ${line.trim()}`),
  );
}

describe('renaming', () => {
  it('a field rewrites what names it, and neither texts nor titles that only look like it', () => {
    const after = renamed({ kind: 'field', path: 'store.name' }, '店名');
    expect(changes(after)).toEqual([
      'procedure.json: "oncePer": { "key": "store.店名 + \\"store.name\\"", "message": "済" },',
      'procedure.json: "retentionYears": 5, "signIn": "account", "subject": "store.店名"',
      'form.schema.json: "店名": { "type": "string", "title": "店名 name", "x-prefill": "previous.store.店名" },',
      'form.schema.json: "required": ["店名", "city", "home"]',
      'form.ui.json: "store": { "ui:order": ["city", "店名", "*"], "home": { "town": { "ui:widget": "textarea" } } },',
      'messages/received.md: subject: 受け付けました（{{ store.店名 }}）',
      'messages/received.md: {{ store.店名 }}様　store.name',
      'notices/grant.md: {{ staff.pass.note }}　{{ store.店名 }}',
      'examples/01-granted.json: "store": { "店名": "name", "city": "271004", "home": { "town": "town" }, "shop": { "town": "x" } },',
    ]);
  });

  it('a field of a row leaves a loop variable of the same name, and a field of another group', () => {
    const after = renamed({ kind: 'field', path: 'sales.rows[].amount' }, 'yen');
    expect(after['form.schema.json']).toContain('sum(for amount in sales.rows return amount.yen)');
    expect(after['form.schema.json']).toContain('count(sales.rows[yen > 1000])');
    expect(after['form.schema.json']).toContain('"target": "row.yen"');
    expect(after['form.schema.json']).toContain('"amount": { "type": "number", "title": "合計"');
    expect(after['notices/grant.md']).toContain('item.yen = null then "" else item.month + "月 item.amount"');
    expect(after['examples/01-granted.json']).toContain('"/sales/amount": 2500');
    expect(after['examples/01-granted.json']).toContain('"/sales/rows/0/yen": 2000');
  });

  it('a shared field renames it wherever it is used', () => {
    const after = renamed({ kind: 'field', path: 'store.home.town' }, 'village');
    expect(after['examples/01-granted.json']).toContain(
      '"home": { "village": "town" }, "shop": { "village": "x" }',
    );
    expect(after['form.schema.json']).toContain('store.home.village = \\"town\\"');
  });

  it('a table renames its file', () => {
    const result = rename(smallFolder, { kind: 'table', name: 'cities' }, 'towns');
    expect(result).toMatchObject({ ok: true, moved: { 'tables/cities.csv': 'tables/towns.csv' } });
    expect(result.ok && Object.keys(result.files)).toContain('tables/towns.csv');
  });

  it('a field says that the types must be made again, a role does not', () => {
    expect(rename(smallFolder, { kind: 'page', name: 'store' }, 'shop')).toMatchObject({
      outdated: ['answers.d.ts'],
    });
    expect(rename(smallFolder, { kind: 'role', name: 'clerk' }, 'staff')).toMatchObject({ outdated: [] });
  });

  it('to the name it has changes nothing', () => {
    expect(rename(smallFolder, { kind: 'page', name: 'store' }, 'store')).toEqual({
      ok: true,
      files: smallFolder,
      edits: [],
      unsure: [],
      moved: {},
      outdated: [],
    });
  });

  it('works in a folder with problems, as long as it brings no new one', () => {
    const files = {
      ...smallFolder,
      'notices/odd.md': '---\ntitle: x\nlayout: letter\n---\n{{ store.nme }}{{ store.city }}',
    };
    const after = renamed({ kind: 'field', path: 'store.city' }, 'municipality', files);
    expect(after['notices/odd.md']).toContain('{{ store.nme }}{{ store.municipality }}');
  });

  it.each<[Thing, string, string]>([
    [{ kind: 'field', path: 'store.name' }, '__proto__', 'unsafe-name'],
    [{ kind: 'field', path: 'store.name' }, 'a b', 'unsafe-name'],
    [{ kind: 'field', path: 'store.name' }, 'if', 'reserved-name'],
    [{ kind: 'page', name: 'store' }, 'today', 'reserved-name'],
    [{ kind: 'field', path: 'store.name' }, 'city', 'name-taken'],
    [{ kind: 'page', name: 'store' }, 'sales', 'name-taken'],
    [{ kind: 'table', name: 'cities' }, '../x', 'unsafe-name'],
    [{ kind: 'notice', name: 'grant' }, '../x', 'unsafe-name'],
    [{ kind: 'column', table: 'cities', name: 'code' }, 'rate', 'name-taken'],
    [{ kind: 'stage', name: 'review' }, '@origin', 'unsafe-name'],
    [{ kind: 'action', name: 'pass' }, 'approve', 'name-taken'],
    [{ kind: 'field', path: 'store.nme' }, 'x', 'name-unknown'],
    [{ kind: 'notice', name: 'nothing' }, 'x', 'name-unknown'],
  ])('%j to %s is refused: %s', (thing, to, code) => {
    expect(rename(smallFolder, thing, to)).toMatchObject({ ok: false, problems: [{ code }] });
  });

  it('says what may have been meant', () => {
    expect(rename(smallFolder, { kind: 'field', path: 'store.nme' }, 'x')).toMatchObject({
      problems: [{ params: { name: 'store.nme', suggestion: 'store.name' } }],
    });
  });

  it('is refused where a loop variable would catch the name', () => {
    expect(rename(smallFolder, { kind: 'page', name: 'sales' }, 'item')).toMatchObject({ ok: false });
    const files = {
      ...smallFolder,
      'messages/received.md': '---\nsubject: x\n---\n{{ count(for r in [1] return store.name) }}\n',
    };
    expect(rename(files, { kind: 'page', name: 'store' }, 'r')).toEqual({
      ok: false,
      problems: [
        {
          path: 'messages/received.md#4',
          code: 'rename-caught',
          level: 'error',
          params: { name: 'store', to: 'r' },
        },
      ],
    });
  });

  it('is refused where the field of a row would catch the name of a page', () => {
    const text = smallFolder['form.schema.json'] ?? '';
    const files = {
      ...smallFolder,
      'form.schema.json': text.replace('sales.rows[amount > 1000]', 'sales.rows[amount > store.rate]'),
    };
    expect(rename(files, { kind: 'field', path: 'sales.rows[].month' }, 'store')).toMatchObject({
      ok: false,
      problems: [{ code: 'rename-caught' }],
    });
  });

  it.each([
    ['sum(for r in flatten([sales.rows]) return r.amount)', ['r.«amount»']],
    ['{ amount: 1 }.amount', ['}.«amount»']],
    ['get value(sales.rows[1], \\"amount\\")', ['\\"«amount»']],
    ['string length(\\"a.amount\\")', []],
    ['count(sales.rows[amount > 1000])', []],
  ])('leaves, and names, the places in %s of which nobody can say what they name', (source, places) => {
    const schema = (smallFolder['form.schema.json'] ?? '').replace(
      'count(sales.rows[amount > 1000])',
      source,
    );
    const files = { ...smallFolder, 'form.schema.json': schema };
    const result = rename(files, { kind: 'field', path: 'sales.rows[].amount' }, 'yen');
    const unsure = result.ok ? result.unsure : [];
    expect(
      unsure.map(({ from, to }) => `${schema.slice(from - 2, from)}«${schema.slice(from, to)}»`),
    ).toEqual(places);
  });

  it('is refused where the format gives the name a meaning of its own', () => {
    expect(rename(smallFolder, { kind: 'column', table: 'cities', name: 'to' }, 'stage')).toMatchObject({
      ok: false,
    });
  });

  it('is refused in a folder with a file that is no JSON', () => {
    expect(
      rename({ ...smallFolder, 'form.ui.json': '{' }, { kind: 'page', name: 'store' }, 'x'),
    ).toMatchObject({
      ok: false,
      problems: [{ path: 'form.ui.json#1', code: 'json-syntax' }],
    });
  });
});

describe('everything in a small folder', () => {
  // The columns `to` and `team` of a routing table are words of the format.
  const things = thingsIn(smallFolder).filter(
    (thing) => !(thing.kind === 'column' && ['to', 'team'].includes(thing.name)),
  );

  it.each(things)(
    '%j can be renamed: it compiles, its example holds, and back again it has the same bytes',
    (thing) => {
      const after = renamed(thing, '別名_2');
      expect(failuresOf(after)).toEqual([]);
      const back: Thing =
        thing.kind === 'field'
          ? { kind: 'field', path: thing.path.replace(/[^.]+$/, '別名_2') }
          : { ...thing, name: '別名_2' };
      const name = thing.kind === 'field' ? (thing.path.split('.').at(-1) ?? '') : thing.name;
      expect(renamed(back, name, after)).toEqual(smallFolder);
    },
  );
});
