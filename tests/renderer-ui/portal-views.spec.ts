import { describe, expect, it } from '@jest/globals';
import type { ProcedureListItem } from '../../renderer-ui/src/api/types.js';
import { refusalOf } from '../../renderer-ui/src/form/fields/attachment/limits.js';
import { splitLinks } from '../../renderer-ui/src/mailbox/split-links.js';
import { daysLeft, selectProcedures } from '../../renderer-ui/src/portal/home/catalogue.js';
import { dateText, eraDateText, exactTimeText } from '../../renderer-ui/src/texts/dates.js';

function procedure(id: string, more: Partial<ProcedureListItem>): ProcedureListItem {
  return {
    id,
    title: id,
    summary: '',
    audience: ['business'],
    category: '',
    department: '',
    opensAt: '2021-11-01T00:00:00+09:00',
    closesAt: '2021-12-13T23:59:59+09:00',
    state: 'open',
    ...more,
  };
}

describe('the catalogue', () => {
  const procedures = [
    procedure('late', { title: 'ゴールドステッカー', closesAt: '2022-03-31T23:59:59+09:00' }),
    procedure('soon', { title: '協力金', audience: ['business', 'individual'] }),
    procedure('closed', { title: '協力金（第8期）', state: 'closed' }),
  ];

  it('puts what closes soonest first, and what is closed apart', () => {
    const { open, others } = selectProcedures(procedures, '', 'all');
    expect(open.map((each) => each.id)).toEqual(['soon', 'late']);
    expect(others.map((each) => each.id)).toEqual(['closed']);
  });

  it('finds every word, however wide it is typed, and hiragana for katakana', () => {
    expect(selectProcedures(procedures, 'ごーるど　すてっかー', 'all').open).toHaveLength(1);
    expect(selectProcedures(procedures, 'ゴールド 協力金', 'all').open).toHaveLength(0);
    expect(selectProcedures(procedures, '', 'individual').open.map((each) => each.id)).toEqual(['soon']);
  });

  it("counts the days left by Japan's calendar", () => {
    expect(daysLeft('2021-12-13T23:59:59+09:00', new Date('2021-12-13T00:30:00+09:00'))).toBe(0);
    expect(daysLeft('2021-12-13T23:59:59+09:00', new Date('2021-12-11T23:59:00+09:00'))).toBe(2);
  });
});

describe('a file before it is sent', () => {
  const rule = { accept: ['image/jpeg', 'image/heic'], maxBytes: 1000, maxCount: 2, example: null };

  it.each([
    [{ name: 'a.jpg', type: 'image/jpeg', size: 1000 }, null],
    [{ name: 'IMG_1.HEIC', type: '', size: 10 }, null],
    [{ name: 'a.jpg', type: 'image/jpeg', size: 1001 }, 'too-large'],
    [{ name: 'a.exe', type: 'application/x-msdownload', size: 10 }, 'wrong-kind'],
  ])('%j: %s', (file, refusal) => {
    expect(refusalOf(file, rule)).toBe(refusal);
  });
});

describe('dates in words', () => {
  it('are in Japan, whatever clock the device has', () => {
    expect(dateText('2021-11-05', 'ja')).toBe('2021年11月5日（金）');
    expect(dateText('2021-11-04T15:30:00Z', 'ja')).toBe('2021年11月5日（金）');
    expect(exactTimeText('2021-11-05T01:02:03Z', 'ja')).toBe('2021年11月5日（金）10時02分03秒');
    expect(exactTimeText('2021-11-05T01:02:03Z', 'en')).toBe('Fri, 5 Nov 2021 10:02:03 JST');
  });

  it('name the era, whose first year is 元年', () => {
    expect(eraDateText('2019-05-01', 'ja')).toBe('令和元年5月1日（2019年）');
    expect(eraDateText('1980-01-01', 'ja')).toBe('昭和55年1月1日（1980年）');
  });
});

describe('the text of a mail', () => {
  it('leads to this installation, and nowhere else', () => {
    expect(
      splitLinks(
        '状況: http://localhost:8080/applications/1 外: https://example.org/',
        'http://localhost:8080',
      ),
    ).toEqual([
      { text: '状況: ', href: null },
      { text: 'http://localhost:8080/applications/1', href: 'http://localhost:8080/applications/1' },
      { text: ' 外: ', href: null },
      { text: 'https://example.org/', href: null },
    ]);
  });
});
