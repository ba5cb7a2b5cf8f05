import { describe, expect, it } from '@jest/globals';
import { searchCover } from '../../src/applications/search-pairs.js';

describe('what the index of the search is asked for', () => {
  it('is pairs that hold every character of a word, side by side', () => {
    expect(searchCover(['山田太郎'])).toEqual({ pairs: ['山田', '太郎'], runs: [] });
    expect(searchCover(['田中一'])).toEqual({ pairs: ['田中', '中一'], runs: [] });
  });

  it('is digits by four, also where they end a word', () => {
    expect(searchCover(['0669410351'])).toEqual({ pairs: [], runs: ['0669', '4103', '0351'] });
    expect(searchCover(['難波12345'])).toEqual({ pairs: ['難波'], runs: ['1234', '2345'] });
  });

  it('leaves fewer than four digits to pairs, and a single character to the comparison', () => {
    expect(searchCover(['難波123', '彩'])).toEqual({ pairs: ['難波', '12', '23'], runs: [] });
  });
});
