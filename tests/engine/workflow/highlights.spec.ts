import { describe, expect, it } from '@jest/globals';
import { printHighlights } from '../../../src/engine/notice/print-highlights.js';
import { startWorkflow } from '../../../src/engine/workflow/advance.js';
import { found } from './broken-workflow.js';
import { application, compileSmall, smallProcedure, smallWorkflow, workflowOf } from './small-procedure.js';

const now = '2021-11-05T10:00:00+09:00';

function printed(highlights: readonly object[], change: object = {}) {
  const procedure = { ...smallProcedure, workflow: workflowOf({ ...smallWorkflow, highlights }) };
  const { state } = startWorkflow(procedure, application, now);
  return printHighlights(procedure, { ...state, ...change }, application, now);
}

describe('the highlights of an application', () => {
  it('are printed as a notice prints them: yen with separators, a choice by its title, a date of the era', () => {
    expect(
      printed([
        { title: '合計', value: 'yen(sales.total) + "円"', public: true },
        { title: '業態', value: 'store.kind' },
        { title: '開店日', value: 'store.opened_on' },
      ]),
    ).toEqual([
      { title: '合計', text: '600,000円', public: true },
      { title: '業態', text: '単独の店', public: false },
      { title: '開店日', text: '平成27年4月1日', public: false },
    ]);
  });

  it('are left out while they have no value, do not hold, or belong to another stage', () => {
    const highlights = [
      { title: '認める額', value: 'yen(staff.pass.amount) + "円"' },
      { title: '多い', value: 'sales.total', when: 'sales.total > 1000000' },
      { title: '決裁で', value: 'store.name', stages: ['decision'] },
    ];
    expect(printed(highlights, { stage: 'first_review' })).toEqual([]);
    expect(printed(highlights, { stage: 'decision', staff: { pass: { amount: 50000 } } })).toEqual([
      { title: '認める額', text: '50,000円', public: false },
      { title: '決裁で', text: '海鮮まる', public: false },
    ]);
  });

  it('never keep a case from opening: one that cannot be evaluated is left out', () => {
    expect(printed([{ title: '比', value: 'sales.total / 0' }])).toEqual([]);
  });
});

it('a highlight that reads, says or stands where nothing is, is refused with its place', () => {
  const highlights = [
    { title: '額', value: 'sales.totl' },
    { title: '店', value: 'store' },
    { title: '名', value: 'store.name', when: 'store.name', stages: ['decison'] },
    { value: 'store.name', publik: true },
  ];
  const at = 'workflow.json#/highlights';
  expect(
    found(compileSmall({ ...smallWorkflow, highlights }).problems).map(([path, code]) => [path, code]),
  ).toEqual([
    [`${at}/0/value`, 'expression-unknown-field'],
    [`${at}/1/value`, 'placeholder-not-printable'],
    [`${at}/2/when`, 'condition-not-boolean'],
    [`${at}/3/publik`, 'unknown-key'],
    [`${at}/3`, 'missing-key'],
    [`${at}/2/stages/0`, 'stage-unknown'],
  ]);
  const nine = Array.from({ length: 9 }, () => ({ title: '名', value: 'store.name' }));
  expect(compileSmall({ ...smallWorkflow, highlights: nine }).problems).toMatchObject([
    { path: 'workflow.json#/highlights', code: 'too-many-highlights' },
  ]);
});
