import { describe, expect, it } from '@jest/globals';
import {
  applyPlan,
  compareVersions,
  compileProcedure,
  describeProblem,
  dryRunOne,
  DryRunTally,
  proposePlan,
  readPlan,
  revert,
} from '#engine';
import type { Edits } from './small-version.js';
import { answers, application, draft, edited, original } from './stored.js';

const store = 'form.schema.json#/properties/store';
const today = '2021-11-05';
const phone = { type: 'string', title: '電話番号', format: 'tel-jp' };

/** `tel` is `phone` now, fax is gone, a contact is asked, カフェ is 喫茶店, and the visit is called onsite. */
const edits: Edits = {
  [`${store}/properties/tel`]: undefined,
  [`${store}/properties/phone`]: phone,
  [`${store}/properties/fax`]: undefined,
  [`${store}/properties/contact`]: { type: 'string', title: '担当者', maxLength: 40 },
  [`${store}/required`]: ['name', 'kind', 'contact'],
  [`${store}/properties/kind/oneOf`]: [
    { const: 'bar', title: 'バー' },
    { const: 'tea', title: '喫茶店' },
  ],
  'workflow.json#/stages/visit': undefined,
  'workflow.json#/stages/onsite': {
    kind: 'inspection',
    title: '現地の確認',
    role: 'reviewer',
    publicStatus: { label: '現地確認中', explanation: '現地確認中です。', tone: 'progress' },
    actions: { done: { title: '確かめた', routes: [{ to: 'decision' }] } },
  },
  'workflow.json#/stages/review/actions/inspect/routes': [{ to: 'onsite' }],
};
const next = edited(edits);

const written = {
  from: 'old',
  to: 'new',
  steps: [
    { rename: { from: 'store.tel', to: 'store.phone' } },
    { drop: 'store.fax' },
    { map: { field: 'store.kind', values: { cafe: 'tea' } } },
    { stage: { from: 'visit', to: 'onsite' } },
  ],
  default: { drafts: 'migrate', applications: 'pin' },
  rules: [
    { when: 'must-answer-again', field: 'store.contact', do: 'ask-again' },
    { when: 'answers-lost', field: 'store.fax', do: 'migrate' },
  ],
};

function read(plan: unknown) {
  return readPlan('migrations/1.json', JSON.stringify(plan), { before: original, after: next });
}

/** What is wrong with a plan: place and sentence. */
function faults(change: object): readonly string[] {
  const result = read({ ...written, ...change });
  return result.ok ? [] : result.problems.map((one) => `${one.path} ${describeProblem(one, null, 'ja')}`);
}

function apply(item: Parameters<typeof applyPlan>[2]) {
  const result = read(written);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return applyPlan(result.plan, compareVersions(original, next, result.plan.steps), item, today);
}

describe('a plan', () => {
  it('is read as it is written', () => {
    expect(read(written)).toEqual({ ok: true, plan: written });
  });

  it.each<readonly [string, object, readonly string[]]>([
    [
      'of other versions',
      { from: 'older', to: 'newer' },
      [
        'migrations/1.json#/from この計画の from は、比べている版（old）ではありません。版を確かめるか、計画を作り直してください。',
        'migrations/1.json#/to この計画の to は、比べている版（new）ではありません。版を確かめるか、計画を作り直してください。',
      ],
    ],
    [
      'that names what is not there',
      {
        steps: [
          ...written.steps,
          { rename: { from: 'store.tell', to: 'store.mobile' } },
          { stage: { from: 'visits', to: 'onsight' } },
        ],
      },
      [
        'migrations/1.json#/steps/4/rename/from 前の版に項目 store.tell がありません。名前を確かめてください。「store.tel」のことですか。',
        'migrations/1.json#/steps/4/rename/to 新しい版に項目 store.mobile がありません。名前を確かめてください。「store.name」のことですか。',
        'migrations/1.json#/steps/5/stage/from 前の版に段階 visits がありません。名前を確かめてください。「visit」のことですか。',
        'migrations/1.json#/steps/5/stage/to 新しい版に段階 onsight がありません。名前を確かめてください。「onsite」のことですか。',
      ],
    ],
    [
      'that loses an answer without saying so',
      { steps: written.steps.slice(0, 1) },
      [
        'migrations/1.json#/steps 「ファックス番号」（store.fax）の答えの行き場がありません。移し先（rename）か、捨てること（drop）を書いてください。',
      ],
    ],
    [
      'that overwrites answers',
      { steps: [...written.steps, { rename: { from: 'sales.memo', to: 'store.name' } }] },
      [
        'migrations/1.json#/steps/4/rename store.name にはもとからの答えがあり、sales.memo の答えで消えてしまいます。store.name の移し先か drop も書いてください。',
      ],
    ],
    [
      'that moves an answer out of its row, or a computed value',
      {
        steps: [
          ...written.steps,
          { rename: { from: 'sales.rows[].yen', to: 'store.contact' } },
          { rename: { from: 'sales.amount', to: 'sales.amount' } },
        ],
      },
      [
        'migrations/1.json#/steps/4/rename sales.rows[].yen と store.contact は、同じ繰り返しの中にありません。行の中の答えは、その行の中でだけ移してください。',
        'migrations/1.json#/steps/5/rename sales.amount は計算で決まるので、引き継ぐものがありません。この手順を消してください。',
      ],
    ],
    [
      'with two steps for one answer, and one that is two',
      { steps: [...written.steps, { drop: 'store.tel' }, { drop: 'store.seats', default: {} }] },
      [
        'migrations/1.json#/steps/5 手順には、rename, stage, map, drop, default のどれか1つだけを書いてください。',
      ],
    ],
    [
      'that speaks of one answer twice',
      { steps: [...written.steps, { drop: 'store.tel' }] },
      ['migrations/1.json#/steps/4 store.tel についての手順が2つあります。1つにしてください。'],
    ],
    [
      'with values that are no answers',
      {
        steps: [
          ...written.steps.filter((step) => !('map' in step)),
          { map: { field: 'store.kind', values: { cafe: 'coffee' } } },
          { default: { field: 'store.seats', value: '十' } },
          { default: { field: 'sales.amount', value: 1 } },
        ],
      },
      [
        'migrations/1.json#/steps/3/map/values/cafe coffee は store.kind の答えになりません。選択肢や範囲に合う値にしてください。',
        'migrations/1.json#/steps/4/default/value 十 は store.seats の答えになりません。選択肢や範囲に合う値にしてください。',
        'migrations/1.json#/steps/5 sales.amount には決まった値を入れられません。同意は本人がするもので、計算の値は計算で決まります。この手順を消してください。',
      ],
    ],
    [
      'that moves what cannot move',
      {
        rules: [
          { when: 'stage-gone', do: 'migrate' },
          { when: 'must-answer-again', do: 'migrate' },
        ],
      },
      [
        'migrations/1.json#/rules/0/do stage-gone のものは、そのままでは新しい版に移せません。do には pin を書いてください。',
        'migrations/1.json#/rules/1/do must-answer-again のものは、そのままでは新しい版に移せません。do には pin, ask-again を書いてください。',
      ],
    ],
    [
      'with words that mean nothing',
      { default: { drafts: 'move', applications: 'pin' }, rules: [{ wen: 'unaffected', do: 'pin' }] },
      [
        'migrations/1.json#/default/drafts move は使えません。使えるのは pin, migrate です。',
        'migrations/1.json#/rules/0/wen wen という設定はありません。「when」のことですか。',
        'migrations/1.json#/rules/0 when を書いてください。',
      ],
    ],
  ])('%s is refused', (_, change, expected) => {
    expect(faults(change)).toEqual(expected);
  });

  it('finds what is wrong with a plan of the folder when the folder is compiled', () => {
    const folder = { ...original.files, 'migrations/1.json': JSON.stringify({ ...written, rules: [{}] }) };
    const result = compileProcedure(folder);
    const problems = result.ok ? [] : result.problems.filter(({ level }) => level === 'error');
    expect(problems.map(({ path, code, params }) => [path, code, params])).toEqual([
      ['migrations/1.json#/rules/0', 'missing-key', { key: 'when' }],
      ['migrations/1.json#/rules/0', 'missing-key', { key: 'do' }],
    ]);
  });

  it('that is no JSON is refused with its line', () => {
    expect(readPlan('migrations/1.json', '{ "from": ')).toMatchObject({
      ok: false,
      problems: [{ path: 'migrations/1.json#1' }],
    });
  });
});

describe('a draft under a plan', () => {
  it('moves with its answers, and says what is asked and what was given up', () => {
    const applied = apply(draft());
    expect(applied.item).toEqual({
      id: 'd1',
      kind: 'draft',
      version: 'new',
      answers: {
        store: { name: '北食堂', kind: 'tea', seats: 20, chain: false, phone: '0612345678' },
        sales: {
          band: 'A',
          rows: [
            { _id: 'r1', month: '10', yen: 10000 },
            { _id: 'r2', month: '11', yen: 20000 },
          ],
        },
      },
    });
    expect(applied).toMatchObject({
      done: 'ask-again',
      ask: [{ path: '/store/contact', code: 'required' }],
      dropped: ['/store/fax'],
    });
  });

  it('that has moved is left alone the second time', () => {
    const moved = apply(draft()).item;
    expect(apply(moved)).toMatchObject({ item: moved, done: 'elsewhere', undo: null });
  });

  it('comes back to the byte', () => {
    const { item, undo } = apply(draft());
    expect(undo && JSON.stringify(revert(undo, item))).toBe(JSON.stringify(draft()));
  });

  it('does not come back when somebody has worked on it since', () => {
    const { item, undo } = apply(draft());
    const worked = { ...item, answers: { ...item.answers, store: { name: '南食堂' } } };
    expect(undo && revert(undo, worked)).toBeNull();
  });
});

describe('an application under a plan', () => {
  it('keeps its version where the plan says so', () => {
    const pinned = { ...written, rules: [{ when: 'must-answer-again', do: 'pin' }] };
    const result = readPlan('migrations/1.json', JSON.stringify(pinned));
    if (!result.ok) throw new Error('unread');
    const compared = compareVersions(original, next, result.plan.steps);
    const item = application();
    expect(applyPlan(result.plan, compared, item, today)).toMatchObject({ item, done: 'pin', undo: null });
  });

  it('moves with its stage, the officials who acted there and the requests of its correction', () => {
    const correction = {
      targets: [{ path: '/store/tel', comment: '番号が違います。' }],
      note: '',
      dueOn: '2021-11-19',
      requestedAt: '2021-11-05T10:00:00+09:00',
      origin: 'visit',
    };
    const item = application('visit', { actors: { visit: ['sato'] }, correction });
    const applied = apply(item);
    expect(applied.item).toMatchObject({
      version: 'new',
      state: {
        stage: 'onsite',
        actors: { onsite: ['sato'] },
        correction: { origin: 'onsite', targets: [{ path: '/store/phone' }] },
      },
    });
    expect(applied.undo && JSON.stringify(revert(applied.undo, applied.item))).toBe(JSON.stringify(item));
  });

  it('that moved is valid in the new version but for what is asked', () => {
    const applied = apply(application());
    const verdict = dryRunOne(compareVersions(next, next), { ...applied.item, version: 'new' }, today);
    expect(verdict).toMatchObject({ outcome: 'unaffected' });
    expect(applied.ask).toEqual([{ path: '/store/contact', code: 'required' }]);
  });
});

describe('a proposed plan', () => {
  const compared = compareVersions(original, next);
  const tally = new DryRunTally(compared);
  for (const item of [draft(), draft({ store: answers['store'] }), application('visit')])
    tally.add(dryRunOne(compared, item, today));
  const plan = proposePlan(compared, tally.report());

  it('carries over what it recognised, gives up only what has no place, and leaves applications where they are', () => {
    expect(plan).toEqual({
      from: 'old',
      to: 'new',
      steps: [{ rename: { from: 'store.tel', to: 'store.phone' } }, { drop: 'store.fax' }],
      default: { drafts: 'migrate', applications: 'pin' },
      rules: [
        { when: 'answers-lost', of: 'drafts', do: 'migrate' },
        { when: 'must-answer-again', of: 'drafts', do: 'ask-again' },
        { when: 'stage-gone', of: 'applications', do: 'pin' },
        { when: 'answers-lost', of: 'applications', do: 'pin' },
        { when: 'must-answer-again', of: 'applications', do: 'pin' },
      ],
    });
  });

  it('can be read back as it is', () => {
    expect(read(plan)).toEqual({ ok: true, plan });
  });
});
