import { compileForm } from '../../../src/engine/procedure/compile-form.js';
import type { Form, Procedure } from '../../../src/engine/procedure/procedure.js';
import { compileWorkflow } from '../../../src/engine/workflow/compile-workflow.js';
import type { ApplicationFacts } from '../../../src/engine/workflow/workflow-facts.js';
import type { Workflow } from '../../../src/engine/workflow/workflow.js';
import type { Actor } from '../../../src/engine/workflow/review-state.js';

const status = (label: string) => ({ label, explanation: `${label}です。`, tone: 'progress' });

/** A form of three questions and a repeat; `store.branch` is asked of chains only. */
export const smallForm: Form = formOf({
  type: 'object',
  properties: {
    store: {
      type: 'object',
      title: '店舗情報',
      required: ['name', 'kind', 'branch', 'opened_on'],
      properties: {
        name: { type: 'string', title: '店舗の名称', maxLength: 80 },
        kind: {
          type: 'string',
          title: '業態',
          oneOf: [
            { const: 'single', title: '単独の店' },
            { const: 'chain', title: 'チェーン店' },
          ],
        },
        branch: { type: 'string', title: '支店名', maxLength: 80, 'x-askWhen': 'store.kind = "chain"' },
        note: { type: 'string', title: '備考', maxLength: 400 },
        opened_on: { type: 'string', format: 'date', title: '開店日' },
      },
    },
    sales: {
      type: 'object',
      title: '売上',
      required: ['rows', 'total'],
      properties: {
        rows: {
          type: 'array',
          title: '月別の売上',
          maxItems: 3,
          items: {
            type: 'object',
            required: ['amount'],
            properties: {
              amount: { type: 'integer', title: '金額', minimum: 0, maximum: 1000000000 },
              memo: { type: 'string', title: 'メモ', maxLength: 80 },
            },
          },
        },
        total: { type: 'integer', title: '合計', 'x-compute': 'sum(sales.rows.amount)' },
      },
    },
  },
});

function formOf(schema: unknown): Form {
  const compiled = compileForm({
    'procedure.json': JSON.stringify({ id: 'small' }),
    'form.schema.json': JSON.stringify(schema),
    'form.ui.json': '{}',
  });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems, null, 2));
  return compiled.form;
}

/** Automatic check → first review ⇄ correction → decision by someone else → granted or refused; withdrawal until then. */
export const smallWorkflow = {
  start: 'automatic_check',
  onArrival: [{ message: 'received' }, { notice: 'arrival-receipt' }],
  roles: { reviewer: { title: '審査員' }, approver: { title: '決裁者' } },
  reasons: [{ code: 'unreadable', title: '読めない', text: '書類の文字が読み取れません。' }],
  stages: {
    automatic_check: {
      kind: 'check',
      title: '自動チェック',
      publicStatus: status('受け付けました'),
      checks: [
        {
          id: 'has-sales',
          title: '売上がある',
          expression: 'sales.total > 0',
          message: '売上が0円です。',
          criterion: 'sales',
        },
        {
          id: 'not-new',
          title: '新しい店ではない',
          expression: 'store.opened_on < date("2021-07-01")',
          message: '開店の日を確かめてください。',
        },
      ],
      routes: [{ when: 'checks.all_passed and warnings = 0', to: 'decision' }, { to: 'first_review' }],
    },
    first_review: {
      kind: 'review',
      title: '一次審査',
      role: 'reviewer',
      dueWorkingDays: 10,
      publicStatus: status('審査中'),
      actions: {
        pass: {
          title: '決裁へ進める',
          tone: 'primary',
          requires: {
            fields: {
              type: 'object',
              required: ['confirmed_on'],
              properties: {
                confirmed_on: { type: 'string', format: 'date', title: '確かめた日' },
                amount: { type: 'integer', title: '認める額', minimum: 1, maximum: 1000000 },
              },
            },
          },
          routes: [{ to: 'decision' }],
        },
        ask_correction: {
          title: '補正を求める',
          requires: { targets: true },
          routes: [{ to: 'correction' }],
          effects: [{ message: 'correction-request' }],
        },
        withdraw: { title: '取り下げる', by: 'applicant', routes: [{ to: 'withdrawn' }] },
      },
    },
    correction: {
      kind: 'correction',
      title: '補正待ち',
      dueWorkingDays: 5,
      publicStatus: { label: '補正をお願いしています', explanation: '直してください。', tone: 'waiting' },
      actions: {
        resubmit: { title: '提出する', by: 'applicant', routes: [{ to: '@origin' }] },
        close: {
          title: '補正がないため不支給にする',
          roles: ['reviewer'],
          when: 'corrections >= 2',
          requires: { publicReason: true },
          routes: [{ to: 'refused' }],
        },
      },
    },
    decision: {
      kind: 'approval',
      title: '決裁',
      role: 'approver',
      publicStatus: status('最終審査中'),
      actions: {
        approve: {
          title: '支給を決定する',
          notActorOf: ['first_review'],
          routes: [{ to: 'granted' }],
          effects: [{ message: 'decided' }, { notice: 'grant-decision' }],
        },
        refuse: {
          title: '不支給を決定する',
          tone: 'danger',
          requires: { publicReason: 20 },
          routes: [{ to: 'refused' }],
        },
        send_back: {
          title: '一次審査に戻す',
          requires: { reason: true, publicReason: true },
          routes: [{ to: 'first_review' }],
        },
      },
    },
    granted: { kind: 'final', title: '支給決定', outcome: 'approved', publicStatus: status('支給決定') },
    refused: { kind: 'final', title: '不支給決定', outcome: 'refused', publicStatus: status('不支給決定') },
    withdrawn: { kind: 'final', title: '取下げ', outcome: 'withdrawn', publicStatus: status('取下げ') },
  },
};

export const smallNames = {
  messages: ['received', 'correction-request', 'decided'],
  notices: ['arrival-receipt', 'grant-decision'],
  criteria: ['sales'],
};

export function compileSmall(workflow: unknown = smallWorkflow) {
  return compileWorkflow(JSON.stringify(workflow), { scope: smallForm.scope, ...smallNames });
}

export function workflowOf(source: unknown): Workflow {
  const { workflow, problems } = compileSmall(source);
  if (!workflow) throw new Error(JSON.stringify(problems, null, 2));
  return workflow;
}

export const smallProcedure: Procedure = {
  info: {
    id: 'small',
    title: '見本の給付金',
    summary: '見本です。',
    kind: 'application',
    audience: ['business'],
    category: 'しごと・産業',
    department: '産業課',
    contact: { name: '給付金係', phone: '06-0000-0000', mail: 'kyufu@example.jp', hours: '平日9時から18時' },
    legalNature: 'contract_grant',
    legalBasis: [
      { title: '見本給付金規則', article: '第5条' },
      { title: '見本給付金要綱', article: '第2条' },
    ],
    criteria: [{ id: 'sales', title: '売上', text: '売上があること。' }],
    acceptanceWindow: {
      opensAt: '2021-11-01T00:00:00+09:00',
      closesAt: '2021-12-13T23:59:59+09:00',
      graceMinutes: 0,
      everyYear: null,
    },
    standardProcessingDays: 40,
    clock: { days: 'working', count: 'exclusive' },
    oncePer: null,
    numbering: { prefix: '0001', documentSymbol: '産' },
    retentionYears: 5,
    signIn: 'account',
    fee: null,
    subject: smallForm.fields.get('sales.total')?.compute ?? neverNull(),
    paperAlternative: null,
    themeColor: null,
    titleKana: null,
    delegation: true,
    statistics: true,
    searchWords: [],
    faq: [],
  },
  form: smallForm,
  workflow: workflowOf(smallWorkflow),
  messages: new Map(),
  notices: new Map(),
  eligibility: null,
};

function neverNull(): never {
  throw new Error('the small form computes sales.total');
}

/** Old enough and with sales: passes both automatic checks, but one warning keeps it off the fast lane. */
export const application: ApplicationFacts = {
  answers: {
    store: { name: '海鮮まる', kind: 'single', opened_on: '2015-04-01' },
    sales: { rows: [{ amount: 400000 }, { amount: 200000 }], total: 600000 },
  },
  number: '0001-03-0000001-8',
  submittedOn: '2021-11-05',
  warnings: 1,
};

export const sato: Actor = { kind: 'staff', id: 'sato', roles: ['reviewer', 'approver'] };
export const mori: Actor = { kind: 'staff', id: 'mori', roles: ['approver'] };
export const applicant: Actor = { kind: 'applicant', id: 'account-1', roles: [] };
