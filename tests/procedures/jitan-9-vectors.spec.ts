import { describe, expect, it } from '@jest/globals';
import { compileForm, evaluateAnswers, type Form, type PageValidators, type ProcedureFiles } from '#engine';
import { buildPageValidators } from '../../src/procedures/page-validators.js';
import { readFolder } from '../../src/procedures/read-folder.js';

/**
 * 大阪府 changed its rates five times within ten months. The form of 第9期 must carry every one of them by its tables
 * alone: each block below is one 期, written as a clerk would write it.
 */
const folder = await readFolder('procedures/jitan-9');

const mayOf2021 = {
  'tables/round.csv':
    'round,title,year,starts_on:date,ends_on:date,new_store_after:date,early_city:number,early_town:number\n' +
    '5,第5期,2021,2021-04-25,2021-05-31,2020-05-01,,\n',
  'tables/periods.csv':
    'id,title,starts_on:date,ends_on:date,municipality,band\n' +
    '5-city,4月25日から5月31日まで,2021-04-25,2021-05-31,city,A\n' +
    '5-town,4月25日から5月31日まで,2021-04-25,2021-05-31,town,A\n',
  'tables/months.csv': 'id,title\n05,5月\n',
  'tables/month_days.csv': 'id,days:number\n2019-05,31\n2020-05,31\n2021-05,31\n',
};

const julyOf2021 = {
  'tables/round.csv':
    'round,title,year,starts_on:date,ends_on:date,new_store_after:date,early_city:number,early_town:number\n' +
    '0,見本,2021,2021-07-08,2021-07-31,2020-07-01,,\n',
  'tables/periods.csv':
    'id,title,starts_on:date,ends_on:date,municipality,band\n' +
    '0-city,7月8日から31日まで,2021-07-08,2021-07-31,city,B\n' +
    '0-town,7月8日から31日まで,2021-07-08,2021-07-31,town,B\n',
  'tables/months.csv': 'id,title\n07,7月\n',
  'tables/month_days.csv': 'id,days:number\n2019-07,31\n2020-07,31\n2021-07,31\n',
};

const summerOf2021 = {
  'tables/round.csv':
    'round,title,year,starts_on:date,ends_on:date,new_store_after:date,early_city:number,early_town:number\n' +
    '7,第7期,2021,2021-06-21,2021-08-31,2020-06-01,840000,700000\n',
  'tables/periods.csv':
    'id,title,starts_on:date,ends_on:date,municipality,band\n' +
    '7a-city,6月21日から7月11日まで,2021-06-21,2021-07-11,city,B\n' +
    '7b-city,7月12日から8月1日まで,2021-07-12,2021-08-01,city,B\n' +
    '7c-city,8月2日から31日まで,2021-08-02,2021-08-31,city,A\n' +
    '7a-town,6月21日から7月11日まで,2021-06-21,2021-07-11,town,C\n' +
    '7b-town,7月12日から8月1日まで,2021-07-12,2021-08-01,town,C\n' +
    '7c-town,8月2日から31日まで,2021-08-02,2021-08-31,town,A\n',
  'tables/months.csv': 'id,title\n06,6月\n07,7月\n08,8月\n',
  'tables/month_days.csv': 'id,days:number\n2019-06,30\n2019-07,31\n2019-08,31\n',
};

const fifthRound = roundWith(mayOf2021);
const july = roundWith(julyOf2021);
const seventhRound = roundWith(summerOf2021);
const ninthRound = roundWith({});

interface Round {
  readonly form: Form;
  readonly validators: PageValidators;
}

function roundWith(tables: ProcedureFiles): Round {
  const compiled = compileForm({ ...folder, ...tables });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return { form: compiled.form, validators: buildPageValidators(compiled.form).functions };
}

/** The first example of the folder, with other members in some of its pages. */
function answersWith(change: Record<string, Record<string, unknown>>): Record<string, unknown> {
  const example = JSON.parse(folder['examples/01-sales-floor.json'] ?? '') as {
    answers: Record<string, Record<string, unknown>>;
  };
  const pages = Object.entries(example.answers).map(([name, page]) => [name, { ...page, ...change[name] }]);
  return Object.fromEntries(pages) as Record<string, unknown>;
}

/** Computed values of the sales page; fails when an error would keep the applicant from submitting. */
function salesOf({ form, validators }: Round, change: Record<string, Record<string, unknown>>): unknown {
  const evaluation = evaluateAnswers(form, answersWith(change), { today: '2021-11-05' }, validators);
  expect(evaluation.problems.filter((problem) => problem.level === 'error')).toEqual([]);
  return evaluation.answers['sales'];
}

function bySales(year: string, month: string, amount: number) {
  return { sales: { method: 'sales', base_year: year, base_rows: [{ month, amount }] } };
}

function byDecrease(before: number, now: number) {
  return {
    category: { enterprise_size: 'large' },
    sales: {
      method: undefined,
      base_year: '2019',
      base_rows: [{ month: '10', amount: before }],
      current_rows: [{ month: '10', amount: now }],
    },
  };
}

describe('the amount of 協力金, to the yen', () => {
  it.each([
    { sales: 2_000_000, daily: 64_517, paid: 40_000, total: 1_480_000 },
    { sales: 3_100_000, daily: 100_000, paid: 40_000, total: 1_480_000 },
    { sales: 3_100_031, daily: 100_001, paid: 41_000, total: 1_517_000 },
    { sales: 5_580_000, daily: 180_000, paid: 72_000, total: 2_664_000 },
    { sales: 8_000_000, daily: 258_065, paid: 100_000, total: 3_700_000 },
  ])('band A, 37 days: $sales yen in May gives $total yen', ({ sales, daily, paid, total }) => {
    expect(salesOf(fifthRound, bySales('2019', '05', sales))).toMatchObject({
      base_daily: daily,
      daily: paid,
      days: 37,
      total,
      payable: total,
    });
  });

  it.each([
    { sales: 2_325_000, daily: 75_000, paid: 30_000, total: 720_000 },
    { sales: 2_325_031, daily: 75_001, paid: 31_000, total: 744_000 },
  ])('band B, 24 days: $sales yen in July gives $total yen', ({ sales, daily, paid, total }) => {
    expect(salesOf(july, bySales('2020', '07', sales))).toMatchObject({
      base_daily: daily,
      daily: paid,
      days: 24,
      total,
    });
  });

  it.each([
    { sales: 2_583_323, daily: 83_333, paid: 25_000, total: 600_000 },
    { sales: 2_583_354, daily: 83_334, paid: 26_000, total: 624_000 },
    { sales: 7_800_000, daily: 251_613, paid: 75_000, total: 1_800_000 },
  ])('band C, 24 days: $sales yen in October gives $total yen', ({ sales, daily, paid, total }) => {
    expect(salesOf(ninthRound, bySales('2019', '10', sales))).toMatchObject({
      base_daily: daily,
      daily: paid,
      days: 24,
      total,
    });
  });

  it.each([
    { before: 15_500_000, now: 3_100_000, basis: 400_000, paid: 160_000, total: 3_840_000 },
    { before: 31_000_000, now: 3_100_000, basis: 900_000, paid: 200_000, total: 4_800_000 },
    { before: 3_100_000, now: 4_000_000, basis: 0, paid: 0, total: 0 },
  ])('decrease from $before to $now yen gives $total yen', ({ before, now, basis, paid, total }) => {
    expect(salesOf(ninthRound, byDecrease(before, now))).toMatchObject({
      basis,
      daily: paid,
      days: 24,
      total,
    });
  });
});

describe('a 期 of several periods with an early payment', () => {
  const summer = (store: Record<string, unknown>, early: boolean) => ({
    category: { early_paid: early },
    store,
    sales: {
      method: 'sales',
      base_year: '2019',
      base_rows: [
        { month: '06', amount: 2_400_000 },
        { month: '07', amount: 2_480_000 },
        { month: '08', amount: 2_480_000 },
      ],
    },
  });

  it('adds up the periods of a city, each at its own rate, and takes off what was paid early', () => {
    expect(salesOf(seventhRound, summer({}, true))).toMatchObject({
      base_daily: 80_000,
      days: 72,
      total: 42 * 32_000 + 30 * 40_000,
      early_amount: 840_000,
      payable: 1_704_000,
    });
  });

  it('gives a town its own rates and its own early payment', () => {
    const town = summer({ city: '273015', address: '広瀬1-2-3' }, true);
    const permit = { store_address: '島本町広瀬1-2-3' };
    expect(salesOf(seventhRound, { ...town, permit })).toMatchObject({
      total: 42 * 25_000 + 30 * 40_000,
      early_amount: 700_000,
      payable: 1_550_000,
    });
  });

  it('counts from the day of opening to the day of closing, both included', () => {
    const closed = summer({ closed: true, closed_on: '2021-08-03' }, false);
    const documents = { closing_proof: ['0190f000-0000-7000-8000-000000000011'] };
    expect(salesOf(seventhRound, { ...closed, documents })).toMatchObject({
      days: 44,
      total: 42 * 32_000 + 2 * 40_000,
      payable: 1_424_000,
    });
  });
});
