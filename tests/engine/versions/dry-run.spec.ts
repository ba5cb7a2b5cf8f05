import { describe, expect, it } from '@jest/globals';
import { describeFindingCount, describeCounts, dryRunOne, DryRunTally, type StoredItem } from '#engine';
import type { Edits } from './small-version.js';
import { answers, application, comparison, draft } from './stored.js';

const store = 'form.schema.json#/properties/store';
const sales = 'form.schema.json#/properties/sales';
const mail = { type: 'string', title: 'メールアドレス', format: 'email' };
const today = '2021-11-05';

/** The verdict over one item after these edits. */
function verdict(edits: Edits, item: StoredItem) {
  const { outcome, findings } = dryRunOne(comparison(edits), item, today);
  return { outcome, findings };
}

const unaffected = { outcome: 'unaffected', findings: [] };

describe('a stored application', () => {
  it('is unaffected by words, by more freedom and by a new optional question', () => {
    const edits: Edits = {
      [`${store}/title`]: '店舗',
      [`${store}/properties/seats/maximum`]: 2000,
      [`${store}/properties/mail`]: mail,
      [`${store}/required`]: ['name'],
    };
    expect(verdict(edits, application())).toEqual(unaffected);
  });

  it('must answer what has become required', () => {
    const edits = { [`${store}/properties/mail`]: mail, [`${store}/required`]: ['name', 'kind', 'mail'] };
    expect(verdict(edits, application())).toEqual({
      outcome: 'must-answer-again',
      findings: [
        { outcome: 'must-answer-again', problem: { path: '/store/mail', code: 'required', level: 'error' } },
      ],
    });
  });

  it('must choose again when its choice is gone', () => {
    const edits = { [`${store}/properties/kind/oneOf`]: [{ const: 'bar', title: 'バー' }] };
    expect(verdict(edits, application())).toMatchObject({
      outcome: 'must-answer-again',
      findings: [{ problem: { path: '/store/kind', code: 'unknown-choice' } }],
    });
  });

  it('loses the answer to a question that is gone, or is not asked any more', () => {
    const lost = { outcome: 'answers-lost', findings: [{ outcome: 'answers-lost', path: '/store/fax' }] };
    expect(verdict({ [`${store}/properties/fax`]: undefined }, application())).toEqual(lost);
    const asked = { [`${store}/properties/fax/x-askWhen`]: 'store.kind = "bar"' };
    expect(verdict(asked, application())).toEqual(lost);
  });

  it('keeps the answer to a question that was renamed or has moved', () => {
    const fax = { type: 'string', title: 'ファックス番号', maxLength: 20 };
    const edits = { [`${store}/properties/fax`]: undefined, [`${sales}/properties/facsimile`]: fax };
    expect(verdict(edits, application())).toEqual(unaffected);
  });

  it('keeps the answers of its rows when a question of the rows is renamed', () => {
    const edits: Edits = {
      [`${sales}/properties/rows/items/properties/yen`]: undefined,
      [`${sales}/properties/rows/items/properties/amount`]: {
        type: 'integer',
        title: '売上高',
        minimum: 0,
        maximum: 100000000,
      },
      [`${sales}/properties/rows/items/required`]: ['month', 'amount'],
      [`${sales}/properties/amount/x-compute`]:
        'floor(sum(sales.rows.amount) * 0.1) + lookup(tables.bands, "band", "A").floor',
      [`${sales}/x-check/0/expression`]: 'sum(sales.rows.amount) >= 1000',
    };
    expect(verdict(edits, application())).toEqual(unaffected);
  });

  it('gets another amount when the table says another', () => {
    expect(verdict({ 'tables/bands.csv': 'band,floor:number\nA,50000\nB,30000\n' }, application())).toEqual({
      outcome: 'result-changed',
      findings: [{ outcome: 'result-changed', path: '/sales/amount', before: 43000, after: 53000 }],
    });
  });

  it('is refused by a check that has become stricter', () => {
    const edits = { [`${sales}/x-check/0/expression`]: 'sum(sales.rows.yen) >= 50000' };
    expect(verdict(edits, application())).toMatchObject({
      outcome: 'now-refused',
      findings: [{ problem: { path: '/sales/rows', code: 'check', params: { id: 'enough' } } }],
    });
  });

  it('stands nowhere when its stage is gone, and so does the stage its correction comes back to', () => {
    const edits = {
      'workflow.json#/stages/visit': undefined,
      'workflow.json#/stages/review/actions/inspect': undefined,
    };
    const gone = { outcome: 'stage-gone', findings: [{ outcome: 'stage-gone', stage: 'visit' }] };
    expect(verdict(edits, application('visit'))).toEqual(gone);
    expect(verdict(edits, application('review'))).toEqual(unaffected);
    const correction = {
      targets: [],
      note: '',
      dueOn: '2021-11-19',
      requestedAt: '2021-11-05T10:00:00+09:00',
      origin: 'visit',
    };
    expect(verdict(edits, application('review', { correction }))).toEqual(gone);
  });

  it('keeps its version once it is closed, whatever comes', () => {
    const edits = { [`${store}/properties/fax`]: undefined };
    expect(verdict(edits, application('granted'))).toEqual(unaffected);
  });
});

describe('a draft', () => {
  const edits = { [`${sales}/required`]: ['rows', 'amount', 'memo'] };

  it('must answer again what has become required on a page that was begun', () => {
    expect(verdict(edits, draft())).toMatchObject({
      outcome: 'must-answer-again',
      findings: [{ problem: { path: '/sales/memo', code: 'required' } }],
    });
  });

  it('meets the new question in its turn on a page that was not reached', () => {
    expect(verdict(edits, draft({ store: answers['store'] }))).toEqual(unaffected);
  });

  it('is not blamed for what it lacked before', () => {
    expect(verdict({ [`${store}/title`]: '店舗' }, draft({ store: { seats: 3 } }))).toEqual(unaffected);
  });
});

describe('the report', () => {
  const edits: Edits = {
    [`${store}/properties/fax`]: undefined,
    [`${store}/properties/mail`]: mail,
    [`${store}/required`]: ['name', 'kind', 'mail'],
    'tables/bands.csv': 'band,floor:number\nA,50000\nB,30000\n',
    'workflow.json#/stages/visit': undefined,
    'workflow.json#/stages/review/actions/inspect': undefined,
  };
  const compared = comparison(edits);
  const tally = new DryRunTally(compared);
  for (let number = 0; number < 12; number += 1) {
    const item = number < 3 ? application('visit') : number < 8 ? application() : application('granted');
    tally.add(dryRunOne(compared, { ...item, id: `a${number}` }, today));
  }
  tally.add(dryRunOne(compared, draft({ store: { name: '北食堂' } }), today));
  const report = tally.report();

  it('counts drafts and applications by the gravest thing found with each', () => {
    expect(describeCounts(report, 'ja')).toEqual([
      '下書き1件：1件は回答が要ります。',
      '申請12件：4件は影響なし、5件は行き場のない回答があります、3件は無くなった段階にあります。',
    ]);
    expect(describeCounts(report, 'en')).toEqual([
      'Drafts (1): 1 must answer again.',
      'Applications (12): 4 unaffected, 5 lose an answer, 3 stand in a stage that is gone.',
    ]);
  });

  it('says what was found, with how many, the gravest first', () => {
    expect(report.causes.map((cause) => describeFindingCount(cause, compared, 'ja'))).toEqual([
      '3件が、無くなった段階「現地確認」にあります。',
      '8件で、「ファックス番号」の回答の行き場がなくなります。',
      '9件で、「メールアドレス」の回答が要ります。',
      '8件で、「支給額」が変わります。',
    ]);
  });

  it('keeps the ids of the first few for each', () => {
    expect(report.causes[1]?.examples).toEqual(['a0', 'a1', 'a2', 'a3', 'a4']);
  });

  it('traces what was found back to the changes behind it', () => {
    expect(
      report.changes.map(({ change, items }) => [change.code, change.params['field'] ?? change.place, items]),
    ).toEqual([
      ['field-removed', 'ファックス番号', 8],
      ['stage-removed', 'workflow.json#/stages/visit', 3],
      ['required-field-added', 'メールアドレス', 9],
      ['table-cell', 'tables/bands.csv#2', 8],
    ]);
  });
});
