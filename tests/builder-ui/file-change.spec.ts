import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  changesBetween,
  inverted,
  rebased,
  withChanges,
} from '../../builder-ui/src/workspace/file-change.js';

const step = (before: string, after: string) => ({
  changes: changesBetween({ f: before }, { f: after }),
});
const undone = (text: string, changes: ReturnType<typeof changesBetween>) =>
  withChanges({ f: text }, changes.map(inverted))?.['f'] ?? null;

describe('what became different in a file', () => {
  it('is one stretch with what stood there', () => {
    expect(
      changesBetween({ a: 'one two three', b: 'same' }, { a: 'one 2 three', b: 'same', c: 'new' }),
    ).toEqual([
      { file: 'a', from: 4, removed: 'two', inserted: '2' },
      { file: 'c', from: 0, removed: null, inserted: 'new' },
    ]);
  });

  it('turned round gives the file as it was, to the letter', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', 'b', '𠮷', '\n') });
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const changes = changesBetween({ f: before }, { f: after });
        expect(withChanges({ f: before }, changes)).toEqual({ f: after });
        expect(withChanges({ f: after }, changes.map(inverted))).toEqual({ f: before });
      }),
    );
  });

  it('is not turned round where something else stands by now', () => {
    expect(undone('A3C', changesBetween({ f: 'A1C' }, { f: 'A2C' }))).toBeNull();
  });
});

describe('undo after somebody else changed the file', () => {
  it.each([
    ['before it', 'xx one TWO three', 'xx one two three'],
    ['behind it', 'one TWO three four', 'one two three four'],
  ])('goes on where they changed what stands %s', (_where, now, expected) => {
    const mine = step('one two three', 'one TWO three');
    const [kept] = rebased([mine], changesBetween({ f: 'one TWO three' }, { f: now }));
    expect(undone(now, kept?.changes ?? [])).toBe(expected);
  });

  it('goes back as far as the step whose place they changed', () => {
    const first = step('a b c', 'A b c');
    const second = step('A b c', 'A b C');
    const theirs = changesBetween({ f: 'A b C' }, { f: 'X b C' });
    const kept = rebased([first, second], theirs);
    expect(kept).toHaveLength(1);
    expect(undone('X b C', kept[0]?.changes ?? [])).toBe('X b c');
  });

  it('never touches a letter of theirs', () => {
    const texts = fc.array(fc.constantFrom<string[]>('a', 'b', 'c', 'd', 'e'), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (letters, mineAt, theirsAt) => {
        const [mine, theirs] = [mineAt % letters.length, theirsAt % letters.length];
        if (mine === theirs) return;
        const before = letters.join('');
        const after = letters.with(mine, '<mine>').join('');
        const both = letters.with(mine, '<mine>').with(theirs, '<theirs>').join('');
        const kept = rebased([step(before, after)], changesBetween({ f: after }, { f: both }));
        const back = undone(both, kept[0]?.changes ?? []);
        expect(back).toBe(kept.length === 0 ? both : letters.with(theirs, '<theirs>').join(''));
      }),
    );
  });
});
