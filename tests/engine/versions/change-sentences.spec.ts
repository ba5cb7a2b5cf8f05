import { describe, expect, it } from '@jest/globals';
import { describeChange, diffProcedures, type Version } from '#engine';
import { CHANGE_SENTENCES } from '../../../src/engine/problem-text/change-sentences.js';
import { compiled, type Edits, version } from './small-version.js';

const store = 'form.schema.json#/properties/store';
const sales = 'form.schema.json#/properties/sales';
const stages = 'workflow.json#/stages';
const status = { label: '確認中', explanation: '確認中です。', tone: 'progress' };
const text = { type: 'string', title: '口座番号', maxLength: 7 };
const manyRows = Array.from({ length: 40 }, (_, row) => `${row},${row}`).join('\n');

/** Two procedures that are unlike in everything; read both ways, they use every sentence there is. */
const one: Edits = {
  'form.schema.json#/properties/bank': { type: 'object', title: '振込先', properties: { no: text } },
  [`${store}/properties/agent`]: {
    type: 'object',
    title: '代理の方',
    properties: { name: { type: 'string', title: '代理の方の名前' } },
  },
  [`${store}/properties/fax`]: undefined,
  [`${store}/properties/mail`]: { type: 'string', title: 'メール', format: 'email' },
  [`${store}/properties/web`]: { type: 'string', title: 'ウェブ', format: 'url' },
  [`${store}/properties/note`]: { type: 'string', title: 'お知らせ' },
  [`${store}/properties/seats/title`]: '席の数',
  [`${store}/properties/seats/minimum`]: 2,
  [`${store}/properties/seats/maximum`]: 900,
  [`${store}/properties/seats/description`]: '椅子の数です。',
  [`${store}/properties/chain/const`]: true,
  [`${store}/properties/tel`]: { type: 'integer', title: '電話番号' },
  [`${store}/required`]: ['name', 'mail'],
  [`${store}/title`]: '店舗',
  [`${store}/description`]: 'お店のことです。',
  [`${store}/properties/kind/x-askWhen`]: 'store.name != ""',
  [`${store}/properties/chain_name/x-askWhen`]: 'store.chain = true and store.name != ""',
  [`${store}/properties/name/pattern`]: '^[^0-9]+$',
  [`${store}/properties/kind/oneOf`]: [
    { const: 'cafe', title: 'カフェ' },
    { const: 'bar', title: 'バー・スナック' },
    { const: 'tea', title: '喫茶店' },
  ],
  [`${sales}/properties/band/enum`]: Array.from({ length: 30 }, (_, index) => `区分${index}`),
  [`${sales}/properties/band/default`]: '区分1',
  [`${sales}/properties/memo/x-compute`]: '"なし"',
  [`${sales}/properties/amount/x-compute`]: 'floor(sum(sales.rows.yen) * 0.2)',
  [`${sales}/properties/half`]: { type: 'integer', title: '半額', 'x-compute': 'floor(sales.amount / 2)' },
  [`${sales}/properties/proof/x-attachment`]: { accept: ['image/jpeg', 'image/png'], example: 'a.png' },
  [`${sales}/x-check`]: [
    {
      id: 'enough',
      expression: 'sum(sales.rows.yen) >= 2000',
      message: '2,000円以上が対象です。',
      level: 'warning',
      target: 'sales.memo',
      criterion: 'open',
    },
    { id: 'some', expression: 'sales.amount > 0', message: '支給額がありません。', level: 'error' },
    { id: 'much', expression: 'sales.amount < 9000', message: '多すぎませんか。', level: 'warning' },
  ].map((check) => ({ target: 'sales.amount', ...check })),
  'form.ui.json#/store': { 'ui:order': ['kind', 'name', '*'], name: { 'ui:help': '看板のとおり' } },
  'procedure.json#/title': '店舗応援給付金',
  'procedure.json#/audience': ['individual'],
  'procedure.json#/criteria': [
    { id: 'open', title: '営業している', text: '営業を続けていること。' },
    { id: 'tax', title: '納税', text: '税を納めていること。' },
  ],
  'workflow.json#/start': 'sorting',
  'workflow.json#/onArrival': [],
  'workflow.json#/roles': {
    reviewer: { title: '審査員', recommendOnly: true },
    approver: { title: '課長' },
    clerk: { title: '受付' },
  },
  'workflow.json#/teams': { north: { title: '北部の班' } },
  'workflow.json#/reasons': [
    { code: 'unreadable', title: '読み取れない', text: '文字が小さすぎます。' },
    { code: 'other', title: 'そのほか', text: 'そのほかの理由です。' },
  ],
  [`${stages}/sorting`]: {
    kind: 'check',
    title: '振り分け',
    publicStatus: status,
    checks: [{ id: 'a', title: '額', expression: 'sales.amount > 0', message: '0円です。' }],
    routes: [{ to: 'review' }],
  },
  [`${stages}/review/dueWorkingDays`]: 5,
  [`${stages}/review/actions/inspect`]: undefined,
  [`${stages}/review/actions/pass/title`]: '進める',
  [`${stages}/review/actions/pass/effects`]: [{ message: 'passed' }],
  [`${stages}/review/actions/pass/routes`]: [{ when: 'sales.amount > 10', to: 'look' }, { to: 'decision' }],
  [`${stages}/visit`]: undefined,
  [`${stages}/look`]: {
    kind: 'inspection',
    title: '現地確認',
    role: 'reviewer',
    publicStatus: { ...status, label: '現地確認中' },
    actions: { done: { title: '確かめた', routes: [{ to: 'decision' }] } },
  },
  'tables/bands.csv': `band,cap:number\n${manyRows}\n`,
  'tables/cities.csv': 'code\n271004\n',
  'messages/received.md': undefined,
  'messages/passed.md': '---\nsubject: 進みました\n---\n審査が進みました。\n',
  'notices/grant.md': '---\ntitle: 支給通知書\nlayout: letter\n---\n支給します。\n',
  'notices/extra.md': '---\ntitle: お知らせ\nlayout: letter\n---\nお知らせです。\n',
  'examples/a.json': '{}',
  'examples/b.json': '{}',
};

/** What stands beside `one` in another way, so that changes of a second kind meet the same things. */
const another: Edits = {
  ...one,
  'form.schema.json#/properties/bank': undefined,
  'form.schema.json#/properties/payout': {
    type: 'object',
    title: '振込先',
    properties: { no: text },
  },
  [`${store}/properties/note`]: undefined,
  [`${sales}/properties/note`]: { type: 'string', title: 'お知らせ' },
  [`${store}/properties/web`]: undefined,
  [`${store}/properties/site`]: { type: 'string', title: 'ウェブ', format: 'url' },
  'workflow.json#/teams': { north: { title: '北の班' } },
  [`${stages}/sorting/checks`]: [
    { id: 'a', title: '支給額', expression: 'sales.amount > 1', message: '1円以下です。' },
    { id: 'b', title: '店名', expression: 'store.name != "x"', message: '仮の名前です。' },
  ],
  [`${stages}/sorting/routes`]: [{ when: 'checks.all_passed', to: 'decision' }, { to: 'review' }],
  'tables/cities.csv': 'code\n271005\n',
  'tables/bands.csv': `band,cap:number\n${manyRows.replace('0,0', '0,1')}\n`,
  'messages/passed.md': '---\nsubject: 進みました\n---\n次の審査に進みました。\n',
  'examples/a.json': '{ }',
};

/** The order of `properties` is the order of the pages. */
function withPagesTurned(): Version {
  const { files } = version();
  const schema = JSON.parse(files['form.schema.json'] ?? '') as { properties: Record<string, unknown> };
  const properties = Object.fromEntries(Object.entries(schema.properties).reverse());
  return compiled({ ...files, 'form.schema.json': JSON.stringify({ ...schema, properties }) });
}

describe('the sentences of changes', () => {
  const versions = [version(), version(one), version(another), withPagesTurned()];
  const changes = versions.flatMap((before) =>
    versions.flatMap((after) => (before === after ? [] : diffProcedures(before, after))),
  );

  it('are there for every change, and none is idle', () => {
    const codes = new Set(changes.map(({ code }) => code));
    const sentences = new Set(Object.keys(CHANGE_SENTENCES).map((key) => key.replace(':values', '')));
    expect([...codes].filter((code) => !sentences.has(code))).toEqual([]);
    // A team has nothing but its title as yet.
    expect([...sentences].filter((code) => !codes.has(code))).toEqual(['team-changed']);
  });

  it('are filled to the last word in both languages', () => {
    const unfilled = changes
      .flatMap((change) => [describeChange(change, 'ja'), describeChange(change, 'en')])
      .filter((sentence) => sentence === '' || /\{\w+\}|undefined|NaN/.test(sentence));
    expect(unfilled).toEqual([]);
  });

  it('come with a place in a file that is there', () => {
    const files = new Set(versions.flatMap((one) => Object.keys(one.files)));
    expect(changes.filter(({ place }) => !files.has(place.split('#')[0] ?? ''))).toEqual([]);
  });
});
