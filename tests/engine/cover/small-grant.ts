import { compileProcedure, type PageValidators, type Procedure, type ProcedureFiles } from '#engine';
import { buildPageValidators } from '../../../src/procedures/page-validators.js';
import { formFiles, type SmallForm } from '../../support/small-procedure.js';

const info = {
  id: 'small-grant',
  title: '小さな協力金',
  summary: '試しの手続です。',
  kind: 'application',
  audience: ['business'],
  category: 'しごと・産業',
  department: '試験課',
  contact: { name: '試験課', phone: '06-0000-0000', mail: 'a@example.jp', hours: '平日9時から18時' },
  legalNature: 'contract_grant',
  legalBasis: [{ title: '試験規則', article: '第5条' }],
  criteria: [],
  acceptanceWindow: { opensAt: '2021-11-01T10:00:00+09:00', closesAt: '2021-12-13T23:59:59+09:00' },
  standardProcessingDays: 40,
  oncePer: null,
  numbering: { prefix: '0009', documentSymbol: '協推' },
  retentionYears: 5,
  signIn: 'account',
  fee: null,
  subject: '"申請"',
  paperAlternative: null,
};

const status = { label: '受け付けました', explanation: 'お待ちください。', tone: 'progress' };

/** One official, who grants or, with reasons, refuses; large amounts go by a second. */
export const reviewOfAmounts = {
  start: 'automatic_check',
  roles: { reviewer: { title: '審査員' }, approver: { title: '決裁者' } },
  stages: {
    automatic_check: {
      kind: 'check',
      title: '自動チェック',
      publicStatus: status,
      checks: [
        { id: 'small-amount', title: '少額', expression: 'money.amount < 1000', message: '千円以上です。' },
      ],
      routes: [{ when: 'checks.all_passed', to: 'decision' }, { to: 'review' }],
    },
    review: {
      kind: 'review',
      title: '審査',
      role: 'reviewer',
      publicStatus: status,
      actions: { pass: { title: '決裁へ', routes: [{ to: 'decision' }] } },
    },
    decision: {
      kind: 'approval',
      title: '決裁',
      role: 'approver',
      publicStatus: status,
      actions: {
        grant: { title: '支給する', routes: [{ to: 'granted' }], effects: [{ message: 'granted' }] },
        send_back: {
          title: '審査に戻す',
          requires: { reason: true, publicReason: true },
          routes: [{ to: 'review' }],
        },
      },
    },
    granted: {
      kind: 'final',
      title: '支給決定',
      outcome: 'approved',
      publicStatus: { ...status, tone: 'done' },
    },
  },
};

/** The review that asks nothing. */
const plainReview = {
  ...reviewOfAmounts,
  start: 'decision',
  roles: { approver: { title: '決裁者' } },
  stages: {
    decision: {
      ...reviewOfAmounts.stages.decision,
      actions: { grant: reviewOfAmounts.stages.decision.actions.grant },
    },
    granted: reviewOfAmounts.stages.granted,
  },
};

export interface Made {
  readonly procedure: Procedure;
  readonly validators: PageValidators;
}

/** The files of a grant with this form and a review. */
export function smallGrantFiles(form: SmallForm, workflow: unknown = plainReview): ProcedureFiles {
  return {
    ...formFiles(form),
    'procedure.json': JSON.stringify(info),
    'workflow.json': JSON.stringify(workflow),
    'messages/granted.md': '---\nsubject: 支給が決まりました\n---\n支給が決まりました。\n',
  };
}

/** @throws when the folder has problems, naming them */
export function smallGrant(form: SmallForm, workflow: unknown = plainReview): Made {
  const compiled = compileProcedure(smallGrantFiles(form, workflow));
  if (!compiled.ok) throw new Error(compiled.problems.map((one) => JSON.stringify(one)).join('\n'));
  const { procedure } = compiled;
  return { procedure, validators: buildPageValidators(procedure.form).functions };
}
