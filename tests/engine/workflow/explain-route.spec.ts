import { describe, expect, it } from '@jest/globals';
import { type ApplicationFacts, explainRoute, explainStageCheck } from '#engine';
import { startWorkflow } from '../../../src/engine/workflow/advance.js';
import type { Changes } from './circuit.js';
import { circuit } from './circuit.js';
import { applicant, application, smallProcedure } from './small-procedure.js';
import { friday } from './taking.js';

/** Why the automatic check leads where it does, of a store of this kind with these sales. */
function explained(changes: Changes, tables: Record<string, string>, answers: object, language: 'ja' | 'en') {
  const procedure = circuit(changes, tables);
  const asked = { ...application, answers: { ...application.answers, ...answers } };
  const { state } = startWorkflow(procedure, asked, friday, applicant);
  const routes = procedure.workflow.stages.get('automatic_check')?.routes ?? [];
  return explainRoute(procedure, routes, state, asked, friday, language);
}
const routes = {
  'stages.automatic_check.routes': [
    { when: 'store.kind = "chain" and checks.all_passed', to: 'decision' },
    { when: 'checks.failed_count > 0', to: 'first_review' },
    { to: 'first_review' },
  ],
};
const chain = { store: { name: '海鮮まる', kind: 'chain', branch: '本店', opened_on: '2015-04-01' } };
const single = { store: { name: '海鮮まる', kind: 'single', opened_on: '2015-04-01' } };

describe('where an application goes', () => {
  it('is explained by the condition that held', () => {
    expect(explained(routes, {}, chain, 'ja')).toEqual({
      to: 'decision',
      title: '決裁',
      reasons: ['「業態」が「チェーン店」', '「自動チェックにすべて合格」が「はい」'],
      passedOver: [],
      failedChecks: [],
      sentence:
        '「業態」が「チェーン店」、かつ「自動チェックにすべて合格」が「はい」だから、「決裁」へ進みます。',
    });
    expect(explained(routes, {}, chain, 'en').sentence).toBe(
      'It goes to “決裁” because “業態” is “チェーン店” and “All automatic checks passed” is “Yes”.',
    );
  });

  it('names the checks that failed', () => {
    const none = { ...single, sales: { rows: [{ _id: 'r1', amount: 0 }], total: 0 } };
    expect(explained(routes, {}, none, 'ja')).toMatchObject({
      to: 'first_review',
      reasons: ['「「不合格の自動チェックの数」（1） ＞ 0」に当てはまる'],
      failedChecks: ['売上がある'],
    });
  });

  it('is explained by no condition where none held', () => {
    expect(explained(routes, {}, single, 'ja').sentence).toBe(
      'ほかの行き先の条件に当てはまらないから、「一次審査」へ進みます。',
    );
  });

  it('is explained by the part of an earlier condition that did not hold, too', () => {
    expect(explained(routes, {}, single, 'ja').passedOver).toEqual([
      { titles: ['決裁'], reasons: ['「業態」が「単独の店」'] },
    ]);
  });

  it('is explained by the answers that a row of a routing table asks for', () => {
    const table = {
      'stages.automatic_check.routes': [
        { table: 'routing', match: { kind: 'store.kind', name: 'store.name' } },
        { to: 'first_review' },
      ],
    };
    const routing = 'kind,name,to\nchain,,decision\n';
    expect(explained(table, { routing }, chain, 'ja').reasons).toEqual(['「業態」が「チェーン店」']);
  });
});

describe('an automatic check that failed', () => {
  const none = { ...application.answers, sales: { rows: [{ _id: 'r1', amount: 0 }], total: 0 } };
  const { state } = startWorkflow(smallProcedure, { ...application, answers: none }, friday, applicant);
  const why = (id: string, answers: ApplicationFacts['answers'], language: 'ja' | 'en' = 'ja') =>
    explainStageCheck(smallProcedure, id, state, { ...application, answers }, friday, language);

  it('is explained by the values it compared', () => {
    expect(why('has-sales', none)).toEqual(['「「合計」（0） ＞ 0」に当てはまらない']);
    expect(why('has-sales', none, 'en')).toEqual(['“合計” (0) > 0 does not hold']);
  });

  it('is not explained by answers under which it would hold, nor is one that nobody knows', () => {
    expect(why('has-sales', application.answers)).toEqual([]);
    expect(why('no-such-check', none)).toEqual([]);
  });
});
