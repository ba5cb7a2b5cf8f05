import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { applyPlan, compareVersions, evaluateAnswers, type Plan, type PlanStep, revert } from '#engine';
import { answerLeaves } from '../../../src/engine/versions/answer-leaves.js';
import { carryAnswers } from '../../../src/engine/versions/carry-answers.js';
import { application, draft, edited, original } from './stored.js';

const store = 'form.schema.json#/properties/store';
const sales = 'form.schema.json#/properties/sales';
const today = '2021-11-05';

/** Much is otherwise: names traded, a page called anew, questions of rows renamed, moved and gone. */
const next = edited({
  [`${store}/properties/tel`]: { type: 'string', title: 'ファックス番号', maxLength: 20 },
  [`${store}/properties/fax`]: { type: 'string', title: '電話番号', format: 'tel-jp' },
  [`${store}/properties/seats`]: undefined,
  [`${store}/properties/chain_name/x-askWhen`]: 'store.chain = false',
  [`${sales}/properties/memo`]: undefined,
  [`${store}/properties/memo`]: { type: 'string', title: '備考', maxLength: 10 },
  [`${sales}/properties/rows/items/properties/yen`]: undefined,
  [`${sales}/properties/rows/items/properties/amount`]: { type: 'integer', title: '売上', minimum: 500 },
  [`${sales}/properties/rows/items/required`]: ['month', 'amount'],
  [`${sales}/properties/amount/x-compute`]: 'floor(sum(sales.rows.amount) * 0.2)',
  [`${sales}/x-check/0/expression`]: 'sum(sales.rows.amount) >= 2000',
});
const steps: readonly PlanStep[] = [
  { rename: { from: 'store.tel', to: 'store.fax' } },
  { rename: { from: 'store.fax', to: 'store.tel' } },
  { rename: { from: 'sales.memo', to: 'store.memo' } },
  { rename: { from: 'sales.rows[].yen', to: 'sales.rows[].amount' } },
  { drop: 'store.seats' },
  { map: { field: 'store.kind', values: { cafe: 'bar' } } },
];
const compared = compareVersions(original, next, steps);
const moveAll: Plan = {
  from: 'old',
  to: 'new',
  steps,
  default: { drafts: 'migrate', applications: 'migrate' },
  rules: [
    { when: 'must-answer-again', do: 'ask-again' },
    { when: 'now-refused', do: 'ask-again' },
  ],
};

/** Answers as people leave them: anything missing, of the wrong kind, too long, on pages that nobody knows. */
const oddValue = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom('bar', 'cafe', '0612345678', 'A'),
);
const odd = (fields: Readonly<Record<string, fc.Arbitrary<unknown>>>) =>
  fc.record(fields, { requiredKeys: [], noNullPrototype: true });
const row = odd({
  _id: fc.constantFrom('r1', 'r7', 'x9'),
  month: fc.constantFrom('10', '11', '13'),
  yen: fc.oneof(fc.integer({ min: 0, max: 9999 }), oddValue),
  amount: oddValue,
});
const anyAnswers = odd({
  sales: fc.oneof(
    odd({ memo: oddValue, rows: fc.oneof(fc.array(row, { maxLength: 4 }), oddValue), band: oddValue }),
    oddValue,
  ),
  store: fc.oneof(
    odd({
      chain_name: oddValue,
      fax: oddValue,
      kind: oddValue,
      name: oddValue,
      tel: oddValue,
      chain: oddValue,
      seats: oddValue,
      __proto__: oddValue,
    }),
    oddValue,
  ),
  former: oddValue,
});
const anyItem = anyAnswers.chain((answers) =>
  fc.constantFrom(draft(answers), { ...application(), answers }, { ...application('granted'), answers }),
);

/** Answers that the old version takes as they are. */
const soundAnswers = fc.record(
  {
    store: fc.record(
      {
        name: fc.constantFrom('北食堂', '南食堂'),
        kind: fc.constantFrom('bar', 'cafe'),
        tel: fc.constantFrom('0612345678', '09012345678'),
        fax: fc.constantFrom('06-1234', '0612345678'),
        seats: fc.integer({ min: 1, max: 1000 }),
        chain: fc.boolean(),
      },
      { requiredKeys: ['name', 'kind'], noNullPrototype: true },
    ),
    sales: fc.record(
      {
        memo: fc.string({ minLength: 1, maxLength: 20, unit: fc.constantFrom('あ', 'x') }),
        rows: fc.array(
          fc.record(
            { month: fc.constantFrom('10', '11'), yen: fc.integer({ min: 1000, max: 9999 }) },
            { noNullPrototype: true },
          ),
          { minLength: 1, maxLength: 3 },
        ),
      },
      { requiredKeys: ['rows'], noNullPrototype: true },
    ),
  },
  { noNullPrototype: true },
);

/** As the plan maps it: of the values it knows, one is another now. */
function asMapped(value: unknown): string {
  return JSON.stringify(value).replace('"cafe"', '"bar"');
}

describe('any item under a plan', () => {
  it('comes back to the byte', () => {
    fc.assert(
      fc.property(anyItem, (item) => {
        const { item: moved, undo, done } = applyPlan(moveAll, compared, item, today);
        const back = undo ? revert(undo, moved) : moved;
        expect(JSON.stringify(back)).toBe(JSON.stringify(item));
        expect(undo === null).toBe(done === 'pin');
      }),
    );
  });

  it('is not moved twice, and is not touched itself', () => {
    fc.assert(
      fc.property(anyItem, (item) => {
        const before = JSON.stringify(item);
        const once = applyPlan(moveAll, compared, item, today).item;
        expect(applyPlan(moveAll, compared, once, today).item).toEqual(once);
        expect(JSON.stringify(item)).toBe(before);
      }),
    );
  });

  it('keeps each answer, carried or mapped, or the answer is named as dropped', () => {
    fc.assert(
      fc.property(anyItem, (item) => {
        const { item: moved, dropped, done } = applyPlan(moveAll, compared, item, today);
        if (done === 'pin') return;
        const given = answerLeaves(original.procedure.form, item.answers).filter(
          ({ field }) => !field.compute,
        );
        const kept = answerLeaves(next.procedure.form, moved.answers).filter(({ field }) => !field.compute);
        const carried = given.filter(({ pointer }) => !dropped.includes(pointer));
        expect(carried.map(({ value }) => asMapped(value)).sort()).toEqual(
          kept.map(({ value }) => asMapped(value)).sort(),
        );
      }),
    );
  });

  it('is valid in the new version when it was in the old one, but for what is asked', () => {
    fc.assert(
      fc.property(soundAnswers, (answers) => {
        const item = { ...application(), answers };
        const { item: moved, ask } = applyPlan(moveAll, compared, item, today);
        const { problems } = evaluateAnswers(next.procedure.form, moved.answers, { today }, next.validators);
        const errors = problems.filter(({ level }) => level === 'error');
        expect(errors.map(({ path, code }) => ({ path, code }))).toEqual(ask);
      }),
    );
  });
});

describe('answers carried over', () => {
  it('trade their names when the plan says so', () => {
    const trade: readonly PlanStep[] = [
      { rename: { from: 'store.tel', to: 'store.fax' } },
      { rename: { from: 'store.fax', to: 'store.tel' } },
    ];
    expect(carryAnswers({ store: { tel: '1', fax: '2' } }, trade)).toEqual({ store: { tel: '2', fax: '1' } });
  });

  it('go along with the page or group that holds them', () => {
    const page: readonly PlanStep[] = [
      { rename: { from: 'store', to: 'shop' } },
      { rename: { from: 'store.tel', to: 'contact.phone' } },
    ];
    expect(carryAnswers({ store: { name: '北食堂', tel: '1' } }, page)).toEqual({
      shop: { name: '北食堂' },
      contact: { phone: '1' },
    });
  });

  it('stay in their row', () => {
    const rename: readonly PlanStep[] = [{ rename: { from: 'sales.rows[].yen', to: 'sales.rows[].amount' } }];
    const rows = [{ _id: 'a', yen: 1 }, { _id: 'b' }, { _id: 'c', yen: 3 }];
    expect(carryAnswers({ sales: { rows } }, rename)).toEqual({
      sales: {
        rows: [{ _id: 'a', amount: 1 }, { _id: 'b' }, { _id: 'c', amount: 3 }],
      },
    });
  });

  it('are translated one by one in a list of choices', () => {
    const map: readonly PlanStep[] = [{ map: { field: 'store.days', values: { sat: 'weekend' } } }];
    expect(carryAnswers({ store: { days: ['mon', 'sat'] } }, map)).toEqual({
      store: { days: ['mon', 'weekend'] },
    });
  });

  it('are filled in where nothing was, in every row', () => {
    const fill: readonly PlanStep[] = [
      { default: { field: 'store.pref', value: '大阪府' } },
      { default: { field: 'sales.rows[].tax', value: false } },
    ];
    expect(carryAnswers({ sales: { rows: [{ tax: true }, {}] } }, fill)).toEqual({
      sales: { rows: [{ tax: true }, { tax: false }] },
      store: { pref: '大阪府' },
    });
  });
});
