import { describe, expect, it } from '@jest/globals';
import { readExample } from '../../src/engine/procedure/read-example.js';
import { runExample } from '../../src/engine/procedure/run-example.js';
import { buildPageValidators } from '../../src/procedures/page-validators.js';
import { noticeOf } from '../engine/notice/template-of.js';
import type { Procedure } from '../../src/engine/procedure/procedure.js';
import { circuit, serial } from '../engine/workflow/circuit.js';
import { smallProcedure } from '../engine/workflow/small-procedure.js';

const procedure = {
  ...smallProcedure,
  notices: new Map([['grant-decision', noticeOf('{{ store.name }}に金{{ sales.total }}円を支給します。')]]),
};
const validators = buildPageValidators(procedure.form).functions;

const store = { name: '海鮮まる', kind: 'single', opened_on: '2015-04-01' };
const answers = { store, sales: { rows: [{ amount: 400000 }, { amount: 200000 }] } };
const sato = { id: 'sato', roles: ['reviewer', 'approver'] };
const mori = { id: 'mori', roles: ['approver'] };

/** What does not hold of an example, as `[place, code, params]`. */
function run(example: object, lived: Procedure = procedure) {
  const text = JSON.stringify({ title: '例', now: '2021-11-05T10:00:00+09:00', answers, ...example });
  const read = readExample('examples/a.json', text);
  const problems = read.example ? runExample(lived, read.example, validators) : read.problems;
  return problems.map(({ path, code, params }) => [path, code, params ?? {}]);
}

const grant = [
  {
    by: mori,
    action: 'approve',
    expect: { stage: 'granted', effects: [{ message: 'decided' }, { notice: 'grant-decision' }] },
  },
];

const askName = {
  by: sato,
  action: 'ask_correction',
  targets: [{ path: '/store/name', comment: '許可証と違います。' }],
  expect: { stage: 'correction' },
};
/** Opened lately: the automatic check sends it to a person. */
const lately = { ...answers, store: { ...store, opened_on: '2021-10-01' } };

describe('an example that holds', () => {
  it('may look at rows with their ids or without', () => {
    const rows = [{ amount: 400000 }, { _id: 'k3Yx', amount: 200000 }];
    const named = [{ _id: 'r1', amount: 400000 }, rows[1]];
    for (const expected of [[rows[0], { amount: 200000 }], named]) {
      const values = { '/sales/rows': expected };
      expect(run({ answers: { store, sales: { rows } }, expect: { values } })).toEqual([]);
    }
  });

  it('may look at values, at what is asked, at stages, effects and the notice', () => {
    expect(
      run({
        expect: {
          values: { '/sales/total': 600000 },
          asked: { '/store/branch': false, '/store/name': true },
          warnings: [],
          stage: 'decision',
          effects: [{ message: 'received' }, { notice: 'arrival-receipt' }],
        },
        steps: grant,
        notice: { template: 'grant-decision', contains: ['海鮮まる', '金600,000円'] },
      }),
    ).toEqual([]);
  });

  it('may expect a refusal and go on', () => {
    expect(
      run({
        answers: lately,
        steps: [
          { by: sato, action: 'pass', fields: { confirmed_on: '2021-11-08' } },
          { by: sato, action: 'approve', expect: { refused: 'four-eyes' } },
          { by: mori, action: 'approve', expect: { stage: 'granted' } },
        ],
      }),
    ).toEqual([]);
  });

  it('may answer a correction with what changed', () => {
    expect(
      run({
        answers: lately,
        steps: [
          askName,
          {
            by: 'applicant',
            action: 'resubmit',
            now: '2021-11-10T09:00:00+09:00',
            answers: { store: { name: '海鮮まる本店' } },
            expect: { stage: 'first_review', values: { '/store/name': '海鮮まる本店' } },
          },
        ],
      }),
    ).toEqual([]);
  });

  it('may expect answers to be refused', () => {
    expect(
      run({
        answers: { ...answers, store: { ...store, name: '' } },
        expect: { problems: [{ path: '/store/name', code: 'required' }] },
      }),
    ).toEqual([]);
  });

  it('may be moved by the clock, and say where the review then stands', () => {
    const circuitOf = {
      ...serial,
      'stages.decision.timers': {
        nudge: { title: '催促', on: { from: 'entered', days: 3 }, effects: [{ message: 'decided' }] },
      },
    };
    const timed = { ...circuit(circuitOf), notices: procedure.notices };
    const kato = { id: 'kato', roles: ['chief'] };
    const mori = { id: 'mori', roles: [], standsInFor: [{ role: 'manager', personId: 'ueda' }] };
    const example = {
      expect: { stage: 'decision', team: null, awaits: ['chief'], nextTimer: 'nudge 2021-11-08' },
      steps: [
        { timer: 'nudge', expect: { refused: 'timer-not-due' } },
        {
          timer: 'nudge',
          now: '2021-11-08T00:00:00+09:00',
          expect: { effects: [{ message: 'decided' }], nextTimer: null },
        },
        { by: kato, action: 'approve', expect: { approvals: ['chief: kato'], awaits: ['manager'] } },
        { by: mori, action: 'approve', expect: { stage: 'granted', clock: { used: 1, limitOn: null } } },
      ],
    };
    expect(run(example, timed)).toEqual([]);
    const [nudge] = example.steps.slice(1, 2);
    expect(
      run({ steps: [{ ...nudge, expect: { awaits: ['manager'], clock: { used: 9 } } }] }, timed),
    ).toEqual([
      [
        'examples/a.json#/steps/0/expect/awaits',
        'example-differs',
        { expectation: 'awaits', expected: '["manager"]', got: '["chief"]' },
      ],
      [
        'examples/a.json#/steps/0/expect/clock',
        'example-differs',
        { expectation: 'clock', expected: '{"used":9}', got: '{"used":1}' },
      ],
    ]);
  });

  it('leaves out no timer that was due before a step', () => {
    const nudge = { title: '催促', on: { from: 'entered', days: 3 }, effects: [{ message: 'decided' }] };
    const timed = {
      ...circuit({ ...serial, 'stages.decision.timers': { nudge } }),
      notices: procedure.notices,
    };
    const byKato = { by: { id: 'kato', roles: ['chief'] }, action: 'approve' };
    const onTheEve = { ...byKato, now: '2021-11-07T23:59:59+09:00' };
    expect(run({ steps: [onTheEve] }, timed)).toEqual([]);
    expect(run({ steps: [{ ...byKato, now: '2021-11-09T10:00:00+09:00' }] }, timed)).toEqual([
      [
        'examples/a.json#/steps/0',
        'example-timer-skipped',
        { timer: 'nudge', due: '2021-11-08', day: '2021-11-09' },
      ],
    ]);
  });

  it('has neither an actor nor an action where the clock takes the step', () => {
    expect(run({ steps: [{ timer: 'nudge', action: 'approve' }] })).toEqual([
      ['examples/a.json#/steps/0/action', 'unknown-key', { key: 'action' }],
    ]);
  });
});

describe('an example that does not hold', () => {
  const differs = (place: string, expectation: string, expected: string, got: string) => [
    [`examples/a.json#${place}`, 'example-differs', { expectation, expected, got }],
  ];

  it('says which value differs', () => {
    expect(run({ expect: { values: { '/sales/total': 600001 } } })).toEqual(
      differs('/expect/values', '/sales/total', '600001', '600000'),
    );
  });

  it('says that something is asked', () => {
    expect(run({ expect: { asked: { '/store/branch': true } } })).toEqual(
      differs('/expect/asked', '/store/branch', 'true', 'false'),
    );
  });

  it('says which stage was reached, at each step', () => {
    expect(run({ expect: { stage: 'first_review' } })).toEqual(
      differs('/expect/stage', 'stage', 'first_review', 'decision'),
    );
    expect(run({ steps: [{ by: mori, action: 'approve', expect: { stage: 'refused' } }] })).toEqual(
      differs('/steps/0/expect/stage', 'stage', 'refused', 'granted'),
    );
  });

  it('says what was sent', () => {
    expect(run({ steps: [{ by: mori, action: 'approve', expect: { effects: [] } }] })).toEqual(
      differs('/steps/0/expect/effects', 'effects', '[]', '["message decided","notice grant-decision"]'),
    );
  });

  it('says that an action was refused, or was not', () => {
    expect(run({ steps: [{ by: mori, action: 'pass' }] })).toEqual(
      differs('/steps/0/expect/refused', 'refused', 'null', 'action-not-available'),
    );
    expect(run({ steps: [{ by: mori, action: 'approve', expect: { refused: 'four-eyes' } }] })).toEqual(
      differs('/steps/0/expect/refused', 'refused', 'four-eyes', 'null'),
    );
  });

  it('says which problem nobody expected, and that nothing was submitted', () => {
    const forged = { store, sales: { rows: [{ amount: 400000 }], total: 9000000 } };
    expect(run({ answers: forged, steps: grant })).toEqual([
      ...differs('/expect/problems', 'problems', '[]', '["/sales/total computed-mismatch"]'),
      ['examples/a.json#/expect', 'example-not-submitted', {}],
    ]);
  });

  it('says that a correction changed more than was asked', () => {
    expect(
      run({
        answers: lately,
        steps: [
          askName,
          {
            by: 'applicant',
            action: 'resubmit',
            answers: { store: { kind: 'single', opened_on: '2014-04-01' } },
          },
        ],
      }),
    ).toEqual(
      differs('/steps/1/expect/problems', 'problems', '[]', '["/store/opened_on outside-correction"]'),
    );
  });

  it('shows the notice that lacks a text', () => {
    expect(run({ steps: grant, notice: { template: 'grant-decision', contains: ['金600,001円'] } })).toEqual(
      differs(
        '/notice/contains/0',
        'notice',
        '金600,001円',
        '支給決定通知書\n海鮮まるに金600,000円を支給します。\n',
      ),
    );
  });

  it('names a notice that is not there', () => {
    expect(run({ notice: { template: 'grant', contains: [] } })).toEqual([
      ['examples/a.json#/notice/template', 'template-unknown', { name: 'grant' }],
    ]);
  });
});

describe('the file of an example', () => {
  it('has known keys only: an expectation misspelt would never be looked at', () => {
    expect(
      run({ expect: { stages: 'decision' }, steps: [{ by: mori, action: 'approve', expects: {} }] }),
    ).toEqual([
      ['examples/a.json#/expect/stages', 'unknown-key', { key: 'stages', suggestion: 'stage' }],
      ['examples/a.json#/steps/0/expects', 'unknown-key', { key: 'expects', suggestion: 'expect' }],
    ]);
  });

  it('tells the time with its offset', () => {
    expect(run({ now: '2021-11-05' })).toEqual([
      ['examples/a.json#/now', 'wrong-shape', { expected: 'instant' }],
    ]);
  });

  it('is JSON', () => {
    expect(readExample('examples/a.json', '{').problems).toMatchObject([{ code: 'json-syntax' }]);
  });
});
