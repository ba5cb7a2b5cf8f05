import { describe, expect, it } from '@jest/globals';
import { sameAddress, sameName } from '../../../src/engine/japanese/same-name.js';

describe('the same name', () => {
  it.each([
    ['山田　太郎', '山田 太郎', true],
    ['ヤマダ タロウ', 'やまだたろう', true],
    ['ﾔﾏﾀﾞ', 'ヤマダ', true],
    ['株式会社ヤマダ', '㈱ヤマダ', true],
    ['ヤマダ（株）', 'ヤマダ株式会社', true],
    ['ABC商店', 'ａｂｃ商店', true],
    ['スーパー', 'スーパ－', true],
    ['山田太郎', '山田次郎', false],
    ['髙橋', '高橋', false],
    ['株式会社ヤマダ', 'ヤマダ株式会社', false],
  ])('%s and %s: %p', (a, b, same) => {
    expect(sameName(a, b)).toBe(same);
  });
});

describe('the same address', () => {
  it.each([
    ['大阪市中央区大手前2丁目1番22号', '大阪市中央区大手前２－１－２２', true],
    ['大阪市中央区大手前二丁目1番22号', '大阪市中央区大手前2-1-22', true],
    ['堺市堺区南瓦町十二番3号', '堺市堺区南瓦町12-3', true],
    ['千里丘1番地の5', '千里丘1-5', true],
    ['大手前2-1-22', '大手前2-1-23', false],
    ['三国ヶ丘1-2', '二国ヶ丘1-2', false],
  ])('%s and %s: %p', (a, b, same) => {
    expect(sameAddress(a, b)).toBe(same);
  });
});
