import { describe, expect, it } from '@jest/globals';
import { Banks } from '../../src/lookups/banks.js';
import { PostalCodes } from '../../src/lookups/postal-codes.js';

describe('a postal code', () => {
  const postalCodes = new PostalCodes();

  it('stands for a town with its readings and its municipality', () => {
    expect(postalCodes.find('5400008')).toEqual([
      {
        prefecture: '大阪府',
        prefectureKana: 'オオサカフ',
        city: '大阪市中央区',
        cityKana: 'オオサカシチュウオウク',
        municipalityCode: '271284',
        town: '大手前',
      },
    ]);
  });

  it('may stand for places in two prefectures', () => {
    expect(postalCodes.find('4980000').map(({ prefecture, city }) => prefecture + city)).toEqual([
      '愛知県弥富市',
      '三重県桑名郡木曽岬町',
    ]);
  });

  it.each([['0000000'], ['5408570'], ['540'], ['']])('that nobody knows is no error: %s', (code) => {
    expect(postalCodes.find(code)).toEqual([]);
  });

  it('gives no rule of delivery for the name of a town', () => {
    expect(postalCodes.find('4090142').map(({ town }) => town)).not.toContainEqual(
      expect.stringMatching(/場合/),
    );
  });
});

describe('a bank', () => {
  const banks = new Banks();
  const found = (query: string) => banks.search(query).offices.map(({ code, name }) => `${code} ${name}`);

  it.each([
    ['みずほ', '0001 みずほ銀行'],
    ['ミズホ', '0001 みずほ銀行'],
    ['ﾐｽﾞﾎ', '0001 みずほ銀行'],
    ['みずほ銀行', '0001 みずほ銀行'],
    ['ゆうちょ', '9900 ゆうちょ銀行'],
    ['UFJ', '0005 三菱ＵＦＪ銀行'],
    ['paypay', '0033 ＰａｙＰａｙ銀行'],
    ['0009', '0009 三井住友銀行'],
    ['おおさかしんきん', '1630 大阪信用金庫'],
    ['大阪信用金庫', '1630 大阪信用金庫'],
    ['関西みらい', '0159 関西みらい銀行'],
    ['あいおーしんきん', '1206 アイオー信用金庫'],
  ])('is found by %s', (query, name) => {
    expect(found(query)).toContain(name);
  });

  it('that begins with what was typed comes before one that has it inside', () => {
    expect(found('三井')[0]).toBe('0009 三井住友銀行');
    expect(found('大阪').slice(0, 1)).toEqual(['1630 大阪信用金庫']);
  });

  it('is offered before anything is typed, the largest first, with word that there are more', () => {
    const { offices, more } = banks.search('');
    expect(offices.slice(0, 3).map(({ name }) => name)).toEqual([
      'みずほ銀行',
      '三菱ＵＦＪ銀行',
      '三井住友銀行',
    ]);
    expect([offices.length, more]).toEqual([20, true]);
  });

  it('has branches, found by name, reading or code, with or without 支店', () => {
    const branch = (query: string) =>
      banks.searchBranches('0001', query).offices.map(({ code, name }) => `${code} ${name}`);
    expect(branch('神田')[0]).toMatch(/ 神田/);
    expect(branch('まちだ')).toEqual(expect.arrayContaining([expect.stringMatching(/ 町田$/)]));
    expect(branch('町田支店')).toEqual(expect.arrayContaining([expect.stringMatching(/ 町田$/)]));
    expect(branch('001')[0]).toBe('001 東京営業部');
  });

  it('that does not exist has none', () => {
    expect(banks.searchBranches('9999', '')).toEqual({ offices: [], more: false });
    expect(found('どこにもない名前')).toEqual([]);
  });
});
