import { describe, expect, it } from '@jest/globals';
import { type Cover, coverApplicants, describeGoal, type GoalKind, runExample } from '#engine';
import { page } from '../../support/small-procedure.js';
import { type Made, reviewOfAmounts, smallGrant } from './small-grant.js';

const cover = ({ procedure, validators }: Made) => coverApplicants(procedure, validators);

/** The answers of each applicant to one question. */
const answersTo = ({ applicants }: Cover, field: string) =>
  applicants.map(({ example }) => (example.answers['store'] as Record<string, unknown> | undefined)?.[field]);

const open = ({ goals }: Cover, kind?: GoalKind) =>
  goals
    .filter((goal) => goal.verdict !== 'reached' && (kind === undefined || goal.kind === kind))
    .map((goal) => `${goal.verdict} ${goal.id}`);

const kindOfShop = {
  type: 'string',
  title: '業態',
  oneOf: [
    { const: 'bar', title: 'バー' },
    { const: 'cafe', title: '喫茶店' },
  ],
};

describe('coverApplicants', () => {
  it('needs one applicant for a form that asks everybody the same', () => {
    const made = cover(
      smallGrant({
        pages: { store: page({ name: { type: 'string', title: '店名' } }, { required: ['name'] }) },
      }),
    );
    expect(answersTo(made, 'name')).toEqual(['見本の店名']);
    expect(open(made)).toEqual([]);
  });

  it('needs one applicant for each choice, and lets them show what hangs on it', () => {
    const made = cover(
      smallGrant({
        pages: {
          store: page(
            {
              kind: kindOfShop,
              open_late: { type: 'boolean', title: '深夜営業', 'x-askWhen': 'store.kind = "bar"' },
            },
            { required: ['kind', 'open_late'] },
          ),
        },
      }),
    );
    expect(answersTo(made, 'kind')).toEqual(['bar', 'cafe', 'bar']);
    expect(answersTo(made, 'open_late')).toEqual([true, undefined, false]);
    expect(open(made)).toEqual([]);
  });

  it('stands just below, at and just above a boundary', () => {
    const made = cover(
      smallGrant({
        pages: {
          store: page(
            {
              seats: { type: 'integer', title: '席数', minimum: 0, maximum: 500 },
              band: {
                type: 'string',
                title: '区分',
                'x-compute': 'if store.seats >= 30 then "大" else "小"',
              },
            },
            { required: ['seats'] },
          ),
        },
      }),
    );
    expect(new Set(answersTo(made, 'seats'))).toEqual(new Set([29, 30, 31]));
    expect(made.applicants.map(({ example }) => example.expect.values.get('/store/band')).sort()).toEqual([
      '大',
      '大',
      '小',
    ]);
  });

  it('finds the day before, the day itself and the day after', () => {
    const made = cover(
      smallGrant({
        pages: {
          store: page(
            {
              opened_on: {
                type: 'string',
                format: 'date',
                title: '開店日',
                'x-check': [
                  {
                    id: 'opened-before',
                    expression: 'store.opened_on < date("2021-10-01")',
                    message: '10月より前に開いた店だけです。',
                    level: 'error',
                  },
                ],
              },
            },
            { required: ['opened_on'] },
          ),
        },
      }),
    );
    expect(new Set(answersTo(made, 'opened_on'))).toEqual(
      new Set(['2021-09-30', '2021-10-01', '2021-10-02']),
    );
    expect(open(made)).toEqual([]);
  });

  it('fails each check in an applicant of its own', () => {
    const check = (id: string, field: string) => ({
      id,
      expression: `store.${field} = true`,
      message: 'お答えを確かめてください。',
      level: 'error',
    });
    const made = cover(
      smallGrant({
        pages: {
          store: page(
            {
              masks: { type: 'boolean', title: 'マスク', 'x-check': [check('masks', 'masks')] },
              screens: { type: 'boolean', title: '仕切り', 'x-check': [check('screens', 'screens')] },
            },
            { required: ['masks', 'screens'] },
          ),
        },
      }),
    );
    const failed = made.applicants.map(({ example }) => example.expect.problems.map(({ id }) => id));
    expect(failed).toEqual([[], ['masks'], ['screens']]);
  });

  it('meets one side of an “or” without the other', () => {
    const flag = (title: string) => ({ type: 'boolean', title });
    const made = cover(
      smallGrant({
        pages: {
          store: page(
            {
              karaoke: flag('カラオケ'),
              dance: flag('ダンス'),
              licence: {
                type: 'string',
                title: '許可番号',
                'x-askWhen': 'store.karaoke = true or store.dance = true',
              },
            },
            { required: ['karaoke', 'dance', 'licence'] },
          ),
        },
      }),
    );
    const flags = made.applicants.map(({ example }) => example.answers['store']);
    expect(flags).toContainEqual(expect.objectContaining({ karaoke: true, dance: false }));
    expect(flags).toContainEqual(expect.objectContaining({ karaoke: false, dance: true }));
    expect(open(made)).toEqual([]);
  });

  it('says what is proved to be out of reach', () => {
    const made = cover(
      smallGrant({
        pages: {
          store: page(
            {
              seats: { type: 'integer', title: '席数', minimum: 30, maximum: 500 },
              note: { type: 'string', title: '備考', 'x-askWhen': 'store.seats > 30' },
            },
            { required: ['seats'] },
          ),
        },
      }),
    );
    expect(open(made)).toEqual(['unreachable boundary /store/note#x-askWhen store.seats just below 30']);
  });

  it('goes every way through the review', () => {
    const made = smallGrant(
      {
        pages: {
          money: page(
            { amount: { type: 'integer', title: '金額', minimum: 1, maximum: 1_000_000 } },
            { required: ['amount'] },
          ),
        },
      },
      reviewOfAmounts,
    );
    const found = cover(made);
    expect(open(found)).toEqual([]);
    const ways = found.applicants.map(({ example }) => example.steps.map((step) => step.action));
    expect(ways).toContainEqual(expect.arrayContaining(['send_back', 'pass', 'grant']));
  });

  it('writes examples that hold, and the same ones again', () => {
    const made = smallGrant(
      {
        pages: {
          store: page({ kind: kindOfShop }, { required: ['kind'] }),
          money: page(
            {
              rows: {
                type: 'array',
                title: '月の売上',
                minItems: 1,
                maxItems: 3,
                items: {
                  type: 'object',
                  properties: {
                    sum: { type: 'integer', title: '売上', minimum: 0, maximum: 9_999_999 },
                    why: { type: 'string', title: '理由', 'x-askWhen': 'row.sum = 0' },
                  },
                  required: ['sum', 'why'],
                },
              },
              amount: { type: 'integer', title: '合計', 'x-compute': 'sum(money.rows.sum)' },
            },
            { required: ['rows'] },
          ),
        },
      },
      reviewOfAmounts,
    );
    const found = cover(made);
    expect(
      found.applicants.flatMap(({ example }) => runExample(made.procedure, example, made.validators)),
    ).toEqual([]);
    expect(cover(made).applicants.map(({ text }) => text)).toEqual(found.applicants.map(({ text }) => text));
    expect(found.goals.find(({ id }) => id === 'asked /money/rows/*/why')?.verdict).toBe('reached');
  });

  it('names a goal in both languages', () => {
    const { procedure } = smallGrant({ pages: { store: page({ kind: kindOfShop }) } });
    const goal = { id: '', kind: 'choice', place: '/store/kind', detail: 'bar' } as const;
    expect(describeGoal(goal, procedure, 'ja')).toBe('「業態」で「バー」と答える人');
    expect(describeGoal(goal, procedure, 'en')).toBe('somebody who answers “バー” to “業態”');
  });
});
