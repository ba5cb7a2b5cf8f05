import { describe, expect, it } from '@jest/globals';
import {
  applicationsAsSubmitted,
  changedOutsideTargets,
  copyAnswers,
  evaluateAnswers,
  findSubmittedExtras,
  type KnownApplication,
  withoutComputed,
} from '#engine';
import { buildPageValidators } from '../../../src/procedures/page-validators.js';
import { formProblems, page, smallForm } from '../../support/small-procedure.js';

const reference = { type: 'string', title: '認証の番号', maxLength: 20 };
const fact = (name: string, more: object = {}) => ({
  type: 'string',
  title: name,
  readOnly: true,
  'x-from-application': { question: 'store.ref', fact: name },
  ...more,
});
const formWith = (rule: object) =>
  smallForm({
    pages: {
      store: page({
        ref: { ...reference, 'x-application': { procedure: 'sticker', ...rule } },
        shop: fact('answers.store.name', { maxLength: 10 }),
        filed: fact('submitted_on', { format: 'date' }),
        late: { type: 'boolean', title: '遅れ', 'x-compute': 'store.filed > date("2021-10-01")' },
        reason: { type: 'string', title: '理由', 'x-askWhen': 'store.late = true' },
      }),
    },
  });

const applications: Record<string, KnownApplication> = {
  'S-1': {
    procedure: 'sticker',
    status: 'approved',
    facts: { 'answers.store.name': '大阪食堂', submitted_on: '2021-10-05' },
  },
  'S-2': { procedure: 'sticker', status: 'withdrawn', facts: {} },
  'G-1': { procedure: 'grant', status: 'approved', facts: { 'answers.store.name': '助成店' } },
};

const strict = formWith({});
const validators = buildPageValidators(strict).functions;
const judged = (store: object, known: typeof applications | undefined = applications, form = strict) =>
  evaluateAnswers(form, { store }, { today: '2021-11-05', applications: known }, validators);
const faults = (store: object, form = strict): unknown =>
  judged(store, applications, form).problems.map(({ code, path, params }) => [code, path, params?.['kind']]);

describe('an answer that names another application', () => {
  it('takes over what that one says, and everything that follows from it', () => {
    const { answers, asked } = judged({ ref: 'S-1', reason: '書類がそろわなかった' });
    expect(answers['store']).toEqual({
      ref: 'S-1',
      shop: '大阪食堂',
      filed: '2021-10-05',
      late: true,
      reason: '書類がそろわなかった',
    });
    expect(asked.has('/store/reason')).toBe(true);
  });

  it('is refused in the same words for one of another procedure, of somebody else, and of nobody', () => {
    expect([faults({ ref: 'G-1' }), faults({ ref: 'S-9' })]).toEqual([
      [['application-not-found', '/store/ref', undefined]],
      [['application-not-found', '/store/ref', undefined]],
    ]);
  });

  it('is refused by name in a state that does not fit', () => {
    expect(faults({ ref: 'S-2' })).toEqual([['application-not-fitting', '/store/ref', 'withdrawn']]);
  });

  it('may stand for one filed elsewhere, of which nothing is known', () => {
    const form = formWith({ elsewhere: true });
    expect(faults({ ref: '27-0001' }, form)).toEqual([]);
    expect(judged({ ref: '27-0001', shop: '勝手な店名' }, applications, form).answers['store']).toEqual({
      ref: '27-0001',
    });
  });

  it('counts as it was submitted when it is looked at again', () => {
    const submitted = { ref: 'S-1', shop: '大阪食堂', filed: '2021-10-05', late: true };
    expect(judged(submitted, undefined).answers['store']).toEqual(submitted);
    expect(applicationsAsSubmitted(strict, { store: submitted })).toEqual({
      'S-1': { ...applications['S-1'], status: 'open' },
    });
  });

  it('leaves nothing in the draft, and a forged fact is told', () => {
    const forged = { store: { ref: 'S-1', shop: '大阪商店' } };
    expect(withoutComputed(strict, forged)).toEqual({ store: { ref: 'S-1' } });
    expect(findSubmittedExtras(strict, forged, judged(forged.store)).map(({ path }) => path)).toEqual([
      '/store/shop',
    ]);
  });

  it('is copied to the next application without the facts, which follow a correction', () => {
    const before = { store: { ref: 'S-1', shop: '大阪食堂' } };
    expect(copyAnswers(strict, before, new Map()).answers).toEqual({ store: { ref: 'S-1' } });
    const after = { store: { ref: 'S-2', shop: '別の店' } };
    expect(changedOutsideTargets(strict, before, after, ['/store/ref'])).toEqual([]);
  });
});

describe('a form that refers to applications', () => {
  const problemsOf = (fields: Record<string, unknown>, more: Record<string, unknown> = {}) =>
    formProblems({ pages: { store: page(fields, more) } }).map(({ code, path }) => [
      code,
      path.replace('form.schema.json#/properties/store', ''),
    ]);
  const ref = { ...reference, 'x-application': { procedure: 'sticker' } };

  it('says where a fact names no such question, and what no application has', () => {
    expect(
      problemsOf({
        ref,
        lost: {
          type: 'string',
          title: '店',
          'x-from-application': { question: 'store.reff', fact: 'subject' },
        },
        odd: { type: 'string', title: '色', 'x-from-application': { question: 'store.ref', fact: 'colour' } },
        state: { ...ref, 'x-application': { procedure: 'sticker', status: ['granted'] } },
      }),
    ).toEqual([
      ['no-application-question', '/properties/lost/x-from-application/question'],
      ['unknown-application-fact', '/properties/odd/x-from-application/fact'],
      ['unknown-choice', '/properties/state/x-application/status/0'],
    ]);
  });

  it('refuses facts that are required, computed or in a repeat', () => {
    const from = { question: 'store.ref', fact: 'subject' };
    expect(
      problemsOf(
        {
          ref,
          must: { type: 'string', title: '店', 'x-from-application': from },
          sum: { type: 'string', title: '計', 'x-from-application': from, 'x-compute': '"a"' },
          rows: {
            type: 'array',
            title: '行',
            maxItems: 2,
            items: {
              type: 'object',
              properties: { shop: { type: 'string', title: '店', 'x-from-application': from } },
            },
          },
        },
        { required: ['must'] },
      ),
    ).toEqual([
      ['application-not-alone', '/properties/must/x-from-application'],
      ['application-not-alone', '/properties/sum/x-compute'],
      ['application-in-rows', '/properties/rows/items/properties/shop/x-from-application'],
    ]);
  });
});
