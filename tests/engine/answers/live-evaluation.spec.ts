import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Answers, evaluateAnswers, LiveEvaluation, type PageValidators } from '#engine';
import { buildPageValidators } from '../../../src/procedures/page-validators.js';
import { page, smallForm } from '../../support/small-procedure.js';
import { randomAnswer, randomAnswers, randomForm } from './random-forms.js';

const context = { today: '2021-11-05' };

function withAnswer(answers: Answers, pageName: string, name: string, value: unknown): Answers {
  const before = answers[pageName];
  const given = typeof before === 'object' && before !== null ? before : {};
  return { ...answers, [pageName]: { ...given, [name]: value } };
}

/** One answer after another, as somebody types: mostly what the question asks for, and at times anything else. */
const typed = fc.array(
  fc.record({
    pageName: fc.constantFrom('p0', 'p1', 'p2'),
    name: fc.constantFrom('first', ...Array.from({ length: 12 }, (_, index) => `q${index}`)),
    number: fc.integer({ min: 0, max: 9 }),
    odd: fc.option(randomAnswer, { freq: 8 }),
  }),
  { minLength: 4, maxLength: 20 },
);

const SOUND: Readonly<Record<string, (number: number) => unknown>> = {
  boolean: (number) => number > 4,
  choice: (number) => ['a', 'b', 'c', ''][number % 4],
  integer: (number) => (number - 4) * 300,
  date: (number) => `2021-11-0${number}`,
  text: (number) => '店'.repeat(number),
};

const begun = { p0: { first: 'あ' }, p1: { first: 'い' }, p2: { first: 'う' } };

describe('answers that are evaluated again after each key', () => {
  it('get the verdict that they would get by themselves, and what was given out stays as it was', () => {
    fc.assert(
      fc.property(randomForm, fc.oneof(fc.constant(begun), randomAnswers), typed, (files, first, changes) => {
        const form = smallForm(files);
        const { functions } = buildPageValidators(form);
        const live = new LiveEvaluation(form, context);
        let answers: Answers = first;
        const given = [live.evaluate(answers, functions)];
        const kept = [structuredClone(given[0])];
        for (const { pageName, name, number, odd } of changes) {
          const kind = form.fields.get(`${pageName}.${name}`)?.kind;
          if (!kind) continue;
          const value = odd ?? SOUND[kind]?.(number);
          answers = withAnswer(answers, pageName, name, value);
          const verdict = live.evaluate(answers, functions, `/${pageName}/${name}`);
          expect(verdict).toEqual(evaluateAnswers(form, answers, context, functions));
          given.push(verdict);
          kept.push(structuredClone(verdict));
        }
        expect(given).toEqual(kept);
      }),
      { numRuns: 100 },
    );
  });

  it('are looked at where the change reaches: no other page is checked again or made anew', () => {
    const form = smallForm({
      pages: {
        store: page({
          name: { type: 'string', title: '店名', maxLength: 20 },
          seats: { type: 'integer', title: '席', minimum: 0, maximum: 99 },
        }),
        amount: page({ total: { type: 'integer', title: '金額', 'x-compute': 'store.seats * 100' } }),
      },
    });
    const { functions } = buildPageValidators(form);
    const checked: string[] = [];
    const counted: PageValidators = Object.fromEntries(
      Object.entries(functions).map(([name, validate]) => [
        name,
        Object.assign((data: unknown) => {
          checked.push(name);
          return validate(data);
        }, {}),
      ]),
    );
    const live = new LiveEvaluation(form, context);
    const start = { store: { name: '', seats: 3 }, amount: {} };
    const first = live.evaluate(start, counted);
    checked.length = 0;

    const named = live.evaluate({ ...start, store: { name: '屋台', seats: 3 } }, counted, '/store/name');
    expect(checked).toEqual(['store']);
    expect(named.answers['amount']).toBe(first.answers['amount']);
    expect(named.asked).toBe(first.asked);

    checked.length = 0;
    const seated = live.evaluate({ ...start, store: { name: '屋台', seats: 4 } }, counted, '/store/seats');
    expect(checked).toEqual(['store', 'amount']);
    expect(seated.answers['amount']).toEqual({ total: 400 });
  });
});
