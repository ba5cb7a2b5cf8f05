import { describe, expect, it } from '@jest/globals';
import { isMunicipalityCode } from '../../../src/engine/japanese/municipality-code.js';
import { yuchoAccount, yuchoBranch } from '../../../src/engine/japanese/yucho.js';

describe('an account of ゆうちょ銀行', () => {
  it.each([
    ['14080', '12345671', '408', '1234567'],
    ['10010', '1', '008', null],
    ['10010', '21', '008', '0000002'],
    ['01120', '1234', '119', '0001234'],
    ['00990', '1234567', '099', '1234567'],
    ['00990', '12345678', '099', null],
    ['24080', '12345671', null, null],
    ['1408', '12345671', null, null],
    ['140801', '12345671', null, null],
    ['14080', '1234567a', '408', null],
    ['14080', '123456781', '408', null],
    ['14080', '', '408', null],
  ])('with symbol %s and number %s is branch %s, account %s', (symbol, number, branch, account) => {
    expect(yuchoBranch(symbol)).toBe(branch);
    expect(yuchoAccount(symbol, number)).toBe(account);
  });
});

describe('a municipality code', () => {
  it.each(['270008', '271004', '131016', '011002', '272035'])('%s has the right check digit', (code) => {
    expect(isMunicipalityCode(code)).toBe(true);
  });

  it.each(['270009', '27000', '2700080', '480002', '000000', 'あ70008'])('is not %s', (code) => {
    expect(isMunicipalityCode(code)).toBe(false);
  });
});
