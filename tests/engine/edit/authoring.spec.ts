import { describe, expect, it } from '@jest/globals';
import { authoringScope, expressionFaults, outlineForm } from '#engine';
import { smallFolder } from './small-folder.js';

describe('the form as its author sees it', () => {
  const pages = outlineForm(smallFolder) ?? [];
  const [store, sales] = pages;

  it('has pages with their questions, as what they are, in the order of the screen', () => {
    expect(pages.map(({ path, kind, required }) => [path, kind, required])).toEqual([
      ['store', 'page', true],
      ['sales', 'page', false],
    ]);
    expect(sales?.fields.map(({ path, kind }) => [path, kind])).toContainEqual(['sales.rows', 'rows']);
    expect(
      sales?.fields
        .find(({ name }) => name === 'rows')
        ?.fields.map(({ path, kind, required }) => [path, kind, required]),
    ).toEqual([
      ['sales.rows[].month', 'choice', true],
      ['sales.rows[].amount', 'integer', true],
    ]);
  });

  it('follows what is shared, and lets what stands beside it win', () => {
    const shop = store?.fields.find(({ name }) => name === 'shop');
    expect(shop).toMatchObject({
      kind: 'group',
      schema: { title: '支店', 'x-askWhen': 'store.home.town = "town"' },
    });
    expect(shop?.fields.map(({ path, definition }) => [path, definition])).toEqual([
      ['store.shop.town', '/$defs/address/properties/town'],
    ]);
  });

  it('says which keywords each kind may have', () => {
    const keywordsOf = (name: string) => store?.fields.find((field) => field.name === name)?.keywords;
    expect(keywordsOf('name')).toEqual(expect.arrayContaining(['title', 'maxLength', 'format', 'x-prefill']));
    expect(keywordsOf('rate')).toEqual(expect.arrayContaining(['minimum', 'x-unit', 'x-compute']));
    expect(keywordsOf('shop')).not.toContain('x-compute');
  });

  it('is there while the form has problems, and not while the file cannot be read', () => {
    const broken = smallFolder['form.schema.json']?.replace(
      '"type": "string", "title": "店名 name"',
      '"title": "店名"',
    );
    const [page] = outlineForm({ ...smallFolder, 'form.schema.json': broken ?? '' }) ?? [];
    expect(page?.fields.find(({ name }) => name === 'name')).toMatchObject({
      name: 'name',
      kind: null,
    });
    expect(outlineForm({ ...smallFolder, 'form.schema.json': '{' })).toBeNull();
  });
});

describe('an expression that is being written', () => {
  it('reads the row only inside of its repeat, and staff fields only in the review', () => {
    const scopeOf = (place: Parameters<typeof authoringScope>[1]) =>
      Object.keys(authoringScope(smallFolder, place));
    expect(scopeOf({ of: 'form', repeat: null })).toEqual(['store', 'sales', 'today', 'tables']);
    expect(scopeOf({ of: 'form', repeat: 'sales.rows' })).toContain('row');
    expect(scopeOf({ of: 'workflow' })).toEqual(
      expect.arrayContaining(['store', 'staff', 'application', 'checks']),
    );
    expect(scopeOf({ of: 'document' })).toEqual(expect.arrayContaining(['notice', 'action', 'procedure']));
  });

  it('is told what is wrong with it, where, and what is meant', () => {
    const scope = authoringScope(smallFolder, { of: 'form', repeat: null });
    expect(expressionFaults('store.citty = "27100"', scope, 'x', 'boolean')).toMatchObject([
      {
        path: 'x',
        code: 'expression-unknown-field',
        params: { part: 'citty', position: 7, suggestion: 'city' },
      },
    ]);
    expect(expressionFaults('store.name', scope, 'x', 'boolean')).toMatchObject([
      { code: 'expression-wrong-result', params: { expected: 'boolean', actual: 'string' } },
    ]);
    expect(expressionFaults('store.city != null', scope, 'x', 'boolean')).toEqual([]);
  });
});
