import { describe, expect, it } from '@jest/globals';
import { canAllBeTrue } from '../../../src/engine/logic/can-all-be-true.js';
import { compiled, complaints, feel } from './feel.js';

describe('a test behind `in` ends where `and` or `or` begins', () => {
  const facts = { a: 1, b: 5, c: true };

  it.each([
    ['a in [1..2] and b > 3', true],
    ['a in [1, 2] and b > 9', false],
    ['b > 3 and a in [1..2]', true],
    ['a in [1..2] and b in [3..6] and c', true],
    ['a in [1..2] and b in [3..4] and c', false],
    ['a in >= 1 and b > 3', true],
    ['a in 1 and c', true],
    ['a in (1, 2) and b in (3, 5)', true],
    ['a in [7..8] or c', true],
    ['a in [7..8] or b in [8..9] or a in [1..1]', true],
    ['not(a in [1..2] and b = 5)', false],
    ['if a in [1..2] and b = 5 then "yes" else "no"', 'yes'],
    ['[1, 2, 3][item in [2..3] and item < 3]', [2]],
    ['some x in [1, 7] satisfies x in [7..9] and c', true],
    ['a between 1 and 2 and b in [5..6]', true],
  ])('%s is %p', (source, value) => {
    expect(feel(source, facts)).toEqual(value);
  });

  it('`and` binds closer than `or` on either side of it', () => {
    const no = { a: 1, b: false, c: true };
    expect(feel('b and a in [9..9] or c', no)).toBe(true);
    expect(feel('c or a in [9..9] and b', no)).toBe(true);
    expect(feel('b and (a in [9..9] or c)', no)).toBe(false);
    expect(feel('a in [9..9] and b or c', no)).toBe(true);
    expect(feel('a in [9..9] and (b or c)', no)).toBe(false);
  });

  it('types are checked of each part by itself', () => {
    const scope = { kind: { kind: 'string', options: ['bar', 'cafe'] }, n: { kind: 'number' } } as const;
    expect(complaints('kind in ["bar", "cafe"] and n > 3', scope)).toEqual([]);
    expect(complaints('kind in ["bar", "pub"] and n > 3', scope)).toMatchObject([
      ['unknown-option', '"pub"', {}],
    ]);
  });

  it('an explanation shows both parts', () => {
    const { children } = compiled('a in [1..2] and b > 3', {
      a: { kind: 'number' },
      b: { kind: 'number' },
    }).explain(facts);
    expect(children.map(({ source, value }) => [source, value])).toEqual([
      ['a in [1..2]', true],
      ['b > 3', true],
    ]);
  });

  it('and a proof sees them', () => {
    expect(canAllBeTrue([{ source: 'a in [1..2] and b > 3' }, { source: 'b < 2' }])).toBe(false);
    expect(canAllBeTrue([{ source: 'a in [1..2] and b > 3' }, { source: 'b < 5' }])).toBe(true);
  });
});
