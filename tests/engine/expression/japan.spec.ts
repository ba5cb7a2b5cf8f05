import { describe, expect, it } from '@jest/globals';
import { feel } from './feel.js';

describe('functions of ours', () => {
  it.each([
    ['overlap days(@"2021-10-01", @"2021-10-31", @"2021-10-10", @"2021-11-10")', 22],
    ['overlap days(@"2021-10-01", @"2021-10-31", @"2021-10-31", @"2021-11-10")', 1],
    ['overlap days(@"2021-10-01", @"2021-10-31", @"2021-11-01", @"2021-11-10")', 0],
    ['overlap days(@"2021-10-01", @"2021-10-31", @"2021-10-10", null)', 22],
    ['overlap days(null, @"2021-10-31", @"2021-10-10", null)', null],
    ['days in month(@"2024-02-10")', 29],
    ['days in month(2021, 2)', 28],
    ['days in month(2021, 13)', null],
    ['minutes of("26:30")', 1590],
    ['minutes of("5:00")', 300],
    ['minutes of("26:60")', null],
    ['is working day(@"2021-10-01")', true],
    ['add working days(@"2021-09-30", 1)', '2021-10-01'],
    ['add working days(@"2021-12-28", 1)', '2022-01-04'],
    ['add working days(@"9999-01-01", 1)', null],
    ['working days between(@"2021-10-01", @"2021-10-08")', 5],
    ['era date(@"2021-10-01")', '令和3年10月1日'],
    ['yucho branch("14080")', '408'],
    ['yucho branch("4080")', null],
    ['yucho account("14080", "12345671")', '1234567'],
    ['yucho account("01120", "1234")', '0001234'],
    ['yucho account("14080", null)', null],
    ['zengin name("カ）オオサカショクドウ")', 'ｶ)ｵｵｻｶｼﾖｸﾄﾞｳ'],
    ['yen(1517000)', '1,517,000'],
    ['yen(-1234.5)', '-1,234.5'],
    ['yen(999)', '999'],
    ['same name("㈱ヤマダ", "株式会社やまだ")', true],
    ['same name("髙橋", "高橋")', false],
    ['same address("大手前二丁目1番22号", "大手前２－１－２２")', true],
  ])('%s is %p', (source, value) => {
    expect(feel(source)).toBe(value);
  });
});
