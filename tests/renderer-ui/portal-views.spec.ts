import { describe, expect, it } from '@jest/globals';
import type { ProcedureListItem } from '../../renderer-ui/src/api/types.js';
import { refusalOf } from '../../renderer-ui/src/form/fields/attachment/limits.js';
import { splitLinks } from '../../renderer-ui/src/mailbox/split-links.js';
import {
  otherSearches,
  procedureIndex,
  selectProcedures,
} from '../../renderer-ui/src/portal/catalogue/catalogue.js';
import { daysLeft } from '../../renderer-ui/src/portal/catalogue/catalogue-order.js';
import { readQuery, writeQuery } from '../../renderer-ui/src/portal/catalogue/query-address.js';
import { selectForHome } from '../../renderer-ui/src/portal/home/home-selection.js';
import { cameraTimeText, dateText, eraDateText, exactTimeText } from '../../renderer-ui/src/texts/dates.js';

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
    paused: null,
    publishedAt: '2021-11-01T00:00:00Z',
    titleKana: null,
    searchWords: [],
    signIn: 'account',
    fee: null,
    hasCheck: false,
    ...more,
  };
}

describe('the list of procedures', () => {
  const list = [
    procedure('late', {
      title: 'ゴールドステッカー',
      category: '感染症',
      closesAt: '2022-03-31T23:59:59+09:00',
      signIn: 'none',
    }),
    procedure('soon', {
      title: '協力金',
      audience: ['business', 'individual'],
      category: '産業',
      fee: '500円',
    }),
    procedure('closed', { title: '協力金（第8期）', category: '産業', state: 'closed' }),
  ];
  const index = procedureIndex(list);
  const select = (address: string) => selectProcedures(index, readQuery(new URLSearchParams(address)));
  const found = (address: string) => select(address).found.map(({ id }) => id);

  it('puts what closes soonest first, and what is closed last', () => {
    expect(found('')).toEqual(['soon', 'late', 'closed']);
  });

  it('finds by words, and by every filter of its address', () => {
    expect(found('q=ごーるど　すてっかー')).toEqual(['late']);
    expect(found('for=individual')).toEqual(['soon']);
    expect(found('category=産業')).toEqual(['soon', 'closed']);
    expect(found('category=産業&category=感染症&state=open')).toEqual(['soon', 'late']);
    expect(found('needs=no-account')).toEqual(['late']);
    expect(found('needs=fee&state=closed')).toEqual([]);
  });

  it('counts for each value what it would find beside the other groups', () => {
    const { filters } = select('category=産業&state=open');
    expect(filters.category).toEqual([
      { value: '感染症', count: 1, chosen: false },
      { value: '産業', count: 1, chosen: true },
    ]);
    expect(filters.state).toEqual([
      { value: 'open', count: 1, chosen: true },
      { value: 'closed', count: 1, chosen: false },
    ]);
  });

  it('says what else to try when nothing is found', () => {
    const query = readQuery(new URLSearchParams('q=協力金&category=感染症'));
    expect(selectProcedures(index, query).found).toEqual([]);
    expect(otherSearches(index, query)).toEqual({ nearest: null, byWordsAlone: 2 });
    const slip = readQuery(new URLSearchParams('q=ゴールドステツカー'));
    expect(otherSearches(index, slip)).toEqual({ nearest: 'ゴールドステッカー', byWordsAlone: 0 });
  });

  it.each([
    '',
    'q=店&for=business&state=open&state=before&office=産業課&needs=fee&sort=title',
    'sort=newest',
  ])('keeps its address: %s', (address) => {
    const params = new URLSearchParams(address);
    expect(writeQuery(readQuery(params)).toString()).toBe(params.toString());
  });

  it("counts the days left by Japan's calendar", () => {
    expect(daysLeft('2021-12-13T23:59:59+09:00', new Date('2021-12-13T00:30:00+09:00'))).toBe(0);
    expect(daysLeft('2021-12-13T23:59:59+09:00', new Date('2021-12-11T23:59:00+09:00'))).toBe(2);
  });
});

describe('the first page', () => {
  it('shows what closes soon apart from what is open longer, with every category', () => {
    const list = [
      procedure('later', { category: '産業', closesAt: '2022-03-31T23:59:59+09:00' }),
      procedure('soon', { category: '産業', publishedAt: '2021-06-01T00:00:00Z' }),
      procedure('closed', { category: '公園', state: 'closed' }),
    ];
    const view = selectForHome(list, new Date('2021-12-01T12:00:00+09:00'));
    expect(view.closing.map(({ id }) => id)).toEqual(['soon']);
    expect(view.accepting.map(({ id }) => id)).toEqual(['later']);
    expect(view.categories).toEqual([
      { name: '産業', count: 2 },
      { name: '公園', count: 1 },
    ]);
    expect(view.newest.map(({ id }) => id)).toEqual(['later', 'closed']);
  });
});

describe('a file before it is sent', () => {
  const rule = {
    accept: ['image/jpeg', 'image/heic'],
    maxBytes: 1000,
    maxCount: 2,
    example: null,
    reuse: false,
    original: false,
  };

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

  it('keep the time of a camera as its clock said', () => {
    expect(cameraTimeText('2026-05-01T10:20:30', 'ja')).toBe('2026年5月1日（金）10:20');
    expect(cameraTimeText('2026-05-01T23:50:00', 'en')).toBe('Fri, 1 May 2026 23:50');
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
