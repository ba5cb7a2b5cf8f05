import { describe, expect, it } from '@jest/globals';
import { partsNamedIn } from '../../../src/engine/expression/builtins/parts.js';
import { RARE_WORDS } from '../../../src/engine/expression/rare.js';

describe('an expression with a rare word', () => {
  it.each([...RARE_WORDS.functions.keys()])('is known by %s', (name) => {
    expect(partsNamedIn(`${name}(period, day)`)).toContain('rare');
  });

  it.each([
    'sort(rows, function(a, b) a < b)',
    'every row in rows satisfies row instance of number',
    'get\n  value(shop, "name")',
  ])('is known by what is written out: %s', (source) => {
    expect(partsNamedIn(source)).toContain('rare');
  });

  it.each([
    'if starts with(shop.name, "A") then sum(rows.amount) else null',
    'store.opened_on > tables.round[1].starts_on and store.after = tables.round[1].new_store_after',
  ])('is not one of every day: %s', (source) => {
    expect(partsNamedIn(source)).toEqual([]);
  });
});
