import { describe, expect, it } from '@jest/globals';
import { checkNeededValues } from '../../../src/engine/procedure/rules/needed-values.js';
import type { Folder } from '../../../src/engine/procedure/rules/rule.js';
import { page, smallForm, type SmallForm } from '../../support/small-procedure.js';
import { broken } from '../workflow/broken-workflow.js';
import { smallForm as reviewedForm, smallProcedure, workflowOf } from '../workflow/small-procedure.js';

const NOTHING: Folder = {
  files: {},
  info: null,
  form: null,
  places: new Map(),
  workflow: null,
  messages: new Map(),
  notices: new Map(),
  eligibility: null,
};

/** What is said of the folder, as `path part`. */
function said(folder: Partial<Folder>): readonly string[] {
  return checkNeededValues({ ...NOTHING, ...folder }).map(
    ({ path, code, params = {} }) => `${path} ${code} ${params['part']}`,
  );
}

const whole = { type: 'integer', title: '数' };
const kind = { type: 'string', title: '業態', enum: ['bar', 'cafe', 'shop'] };
const yes = { type: 'boolean', title: 'はい・いいえ' };

/** Of `p.sum`, which is required and computed so, beside these questions. */
function ofSum(
  compute: string,
  fields: Readonly<Record<string, unknown>> = {},
  more: { sum?: object; page?: object; tables?: SmallForm['tables']; required?: readonly string[] } = {},
): readonly string[] {
  const properties = { ...fields, sum: { ...whole, 'x-compute': compute, ...more.sum } };
  const required = more.required ?? Object.keys(properties);
  const form = smallForm({
    pages: { p: page(properties, { required, ...more.page }) },
    ...(more.tables ? { tables: more.tables } : {}),
  });
  return said({ form, places: new Map([['p.sum', 'form.schema.json#/…/sum']]) });
}

const AT = 'form.schema.json#/…/sum/x-compute';

describe('a computed answer that is required', () => {
  it('comes out of answers that are required', () => {
    expect(ofSum('p.a + p.b', { a: whole, b: whole })).toEqual([]);
  });

  it('may not hang on an answer that need not be given', () => {
    expect(ofSum('p.a + p.b', { a: whole, b: whole }, { required: ['a', 'sum'] })).toEqual([
      `${AT} expression-possible-null p.b`,
    ]);
    expect(ofSum('p.a + p.b', { a: whole, b: whole }, { required: ['a', 'b'] })).toEqual([]);
    expect(
      ofSum('p.a + (if p.b = null then 0 else p.b)', { a: whole, b: whole }, { required: ['a', 'sum'] }),
    ).toEqual([]);
  });

  it('may read what is asked under its own condition, or under one that this implies', () => {
    const fields = { kind, seats: { ...whole, 'x-askWhen': 'p.kind in ("bar", "cafe")' } };
    expect(ofSum('p.seats', fields)).toEqual([`${AT} expression-possible-null p.seats`]);
    expect(ofSum('p.seats', fields, { sum: { 'x-askWhen': 'p.kind in ("bar", "cafe")' } })).toEqual([]);
    expect(ofSum('p.seats', fields, { sum: { 'x-askWhen': 'p.kind = "bar"' } })).toEqual([]);
    expect(ofSum('if p.kind = "bar" then p.seats else 0', fields)).toEqual([]);
    expect(ofSum('if p.kind = "shop" then 0 else p.seats', fields)).toEqual([]);
    expect(ofSum('if p.kind = "bar" then 0 else p.seats', fields)).toHaveLength(1);
  });

  it('knows that what decides a question was asked itself', () => {
    const fields = {
      open: yes,
      kind: { ...kind, 'x-askWhen': 'p.open = true' },
      seats: { ...whole, 'x-askWhen': 'p.kind = "bar"' },
      tables: { ...whole, 'x-askWhen': 'p.open = true' },
    };
    expect(ofSum('p.tables', fields, { sum: { 'x-askWhen': 'p.kind = "bar"' } })).toEqual([]);
    expect(ofSum('if p.kind = "bar" then p.tables + p.seats else 0', fields)).toEqual([]);
  });

  it('may read another computed answer that always comes out, required or not', () => {
    const fields = (compute: string) => ({ a: whole, b: { ...whole, 'x-compute': compute } });
    const required = ['a', 'sum'];
    expect(ofSum('p.b * 2', fields('p.a + 1'), { required })).toEqual([]);
    expect(ofSum('p.b * 2', fields('p.a / p.a'), { required })).toEqual([
      `${AT} expression-possible-null p.b`,
    ]);
    // Where it is required, the mistake is its own.
    expect(ofSum('p.b * 2', fields('p.a / p.a'))).toEqual([
      '/x-compute expression-possible-division-by-zero p.a',
    ]);
  });

  it('adds up rows of which there is at least one, each with its number', () => {
    const rows = (required: readonly string[], more: object = {}) => ({
      rows: {
        type: 'array',
        title: '一覧',
        maxItems: 3,
        items: { type: 'object', required, properties: { kind, amount: { ...whole, ...more } } },
      },
    });
    expect(ofSum('sum(p.rows.amount)', rows(['amount']))).toEqual([]);
    expect(ofSum('sum(p.rows.amount)', rows([]))).toEqual([`${AT} expression-possible-null p.rows.amount`]);
    expect(ofSum('sum(p.rows.amount)', rows(['amount']), { required: ['sum'] })).toEqual([
      `${AT} expression-possible-null p.rows`,
    ]);
    expect(ofSum('sum(p.rows[amount > 3].amount)', rows(['amount']))).toEqual([
      `${AT} expression-possible-empty-list sum(p.rows[amount > 3].amount)`,
    ]);
    const ofBars = rows(['kind', 'amount'], { 'x-askWhen': 'row.kind = "bar"' });
    expect(ofSum('sum(p.rows.amount)', ofBars)).toHaveLength(1);
    expect(ofSum('sum(for r in p.rows return if r.kind = "bar" then r.amount else 0)', ofBars)).toEqual([]);
    expect(ofSum('count(p.rows[kind = "bar" and amount > 1])', ofBars)).toEqual([]);
    const notOfShops = rows(['kind', 'amount'], { 'x-askWhen': 'row.kind in ("bar", "cafe")' });
    expect(ofSum('sum(for r in p.rows return if r.kind = "shop" then 0 else r.amount)', notOfShops)).toEqual(
      [],
    );
  });

  it('reads tables as they are', () => {
    const tables = { rates: 'kind,rate:number,extra:number\nbar,1,\ncafe,2,5\nshop,3,6\n' };
    expect(ofSum('lookup(tables.rates, "kind", p.kind).rate', { kind }, { tables })).toEqual([]);
    expect(ofSum('tables.rates[3].rate', {}, { tables })).toEqual([]);
    expect(ofSum('tables.rates[4].rate', {}, { tables })).toEqual([
      `${AT} expression-possible-missing-item tables.rates[4]`,
    ]);
    expect(ofSum('lookup(tables.rates, "kind", p.kind).extra', { kind }, { tables })).toEqual([
      `${AT} expression-possible-null lookup(tables.rates, "kind", p.kind).extra`,
    ]);
  });

  it('is asked with its page', () => {
    const form = smallForm({
      pages: {
        first: page({ open: yes }, { required: ['open'] }),
        second: page({ a: whole }, { required: ['a'], 'x-askWhen': 'first.open = true' }),
        third: page(
          { sum: { ...whole, 'x-compute': 'second.a' } },
          { required: ['sum'], 'x-askWhen': 'first.open = true' },
        ),
        fourth: page({ sum: { ...whole, 'x-compute': 'second.a' } }, { required: ['sum'] }),
      },
    });
    const places = new Map(['third.sum', 'fourth.sum'].map((path) => [path, path]));
    expect(said({ form, places })).toEqual(['fourth.sum/x-compute expression-possible-null second.a']);
  });
});

describe('the key and the subject of an application', () => {
  it('are always there', () => {
    const { info } = smallProcedure;
    expect(said({ form: reviewedForm, info })).toEqual([]);
    const [note, branch] = ['store.note', 'store.branch'].map((source) => ({ ...info.subject, source }));
    if (!note || !branch) throw new Error('two expressions');
    expect(
      said({ form: reviewedForm, info: { ...info, subject: note, oncePer: { key: branch, message: '' } } }),
    ).toEqual([
      'procedure.json#/subject expression-possible-null store.note',
      'procedure.json#/oncePer/key expression-possible-null store.branch',
    ]);
  });
});

describe('what decides where an application goes', () => {
  const ofWhen = (path: string, when: string): readonly string[] => {
    const source = broken(path, when);
    return said({
      form: reviewedForm,
      workflow: workflowOf(source),
      files: { 'workflow.json': JSON.stringify(source) },
    });
  };
  const FROM_DECISION = 'stages.decision.actions.approve.when';

  it('reads facts that are there', () => {
    expect(ofWhen(FROM_DECISION, 'sales.total > 0 and checks.failed_count = 0 and warnings < 3')).toEqual([]);
    expect(ofWhen(FROM_DECISION, 'store.note = "x"')).toEqual([]);
  });

  it('may not come out null', () => {
    expect(ofWhen(FROM_DECISION, 'string length(store.note) > 3')).toEqual([
      'workflow.json#/stages/decision/actions/approve/when expression-possible-null store.note',
    ]);
    expect(ofWhen(FROM_DECISION, 'store.note != null and string length(store.note) > 3')).toEqual([]);
    expect(ofWhen('stages.automatic_check.routes.0.when', 'starts with(store.branch, "大阪")')).toEqual([
      'workflow.json#/stages/automatic_check/routes/0/when expression-possible-null store.branch',
    ]);
  });

  it('reads what staff entered only where every way leads through it', () => {
    const amount = 'staff.pass.amount > 0';
    const confirmed = 'staff.pass.confirmed_on < today';
    const onward = { to: 'decision' };
    const ofRoutes = (when: string): readonly string[] => {
      const source = broken('stages.first_review.actions.pass.routes', [{ when, ...onward }, onward]);
      return said({
        form: reviewedForm,
        workflow: workflowOf(source),
        files: { 'workflow.json': JSON.stringify(source) },
      });
    };
    expect(ofRoutes(confirmed)).toEqual([]);
    expect(ofRoutes(amount)).toHaveLength(1);
    // The automatic check leads to the decision past the first review.
    expect(ofWhen(FROM_DECISION, confirmed)).toHaveLength(1);
    expect(ofWhen('stages.first_review.actions.pass.when', confirmed)).toHaveLength(1);
  });
});
