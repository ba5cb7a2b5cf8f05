import { BANK_PAGE } from './bank-page.js';
import type { Circuit, Members } from './circuit.js';
import {
  decided,
  decisionNotice,
  EVERY_MAIL,
  everyNotice,
  mailAbout,
  REFUSED_MAIL,
  refusalNotice,
} from './letters.js';
import {
  ASK_CORRECTION,
  CORRECTION,
  decision,
  final,
  forward,
  message,
  notice,
  ON_ARRIVAL,
  recommendRefusal,
  REFUSED,
  refusal,
  REVIEWING,
  ROLES,
  status,
  WITHDRAW,
  WITHDRAWN,
} from './stages.js';

const { reviewer, section_chief, manager, accountant } = ROLES;

/** Back to the payment, never to the review: what was decided stands. */
const accountCorrection: Members = {
  ...CORRECTION,
  title: '口座の確認待ち',
  actions: {
    resubmit: {
      title: '補正して提出する',
      pastTitle: '補正を提出しました',
      by: 'applicant',
      tone: 'primary',
      routes: [{ to: 'payout' }],
      effects: [message('correction-received')],
    },
  },
};

export const GRANT: Circuit = {
  id: 'grant',
  title: ['給付', 'Grant'],
  summary: [
    '審査、決裁、銀行からの支払。口座の確認と組戻しの補正まであります。',
    'Review, approval, payment through a bank; accounts that are wrong are corrected.',
  ],
  days: 30,
  pages: [BANK_PAGE],
  workflow: {
    start: 'review',
    onArrival: ON_ARRIVAL,
    roles: { reviewer, section_chief, manager, accountant },
    stages: {
      review: {
        kind: 'review',
        title: '審査',
        role: 'reviewer',
        dueWorkingDays: 10,
        publicStatus: REVIEWING,
        actions: {
          recommend: forward('交付を認めて決裁へ進める', 'decision'),
          recommend_refusal: recommendRefusal('refusal'),
          ask_correction: ASK_CORRECTION,
          withdraw: WITHDRAW,
        },
      },
      correction: CORRECTION,
      decision: decision('決裁', '交付を決定する', 'payout', 'review', {
        type: 'object',
        properties: {
          amount: { type: 'integer', title: '交付する額（円）', minimum: 1, maximum: 100000000 },
        },
        required: ['amount'],
      }),
      refusal: refusal('review'),
      payout: {
        kind: 'waiting',
        title: '振込待ち',
        role: 'accountant',
        dueWorkingDays: 15,
        publicStatus: status(
          '支払の準備中',
          '交付が決まりました。通知書をご確認ください。まもなく口座に振り込みます。',
          'done',
        ),
        payment: {
          amount: 'staff.approve.amount',
          payee: {
            bank: 'bank.bank_code',
            branch: 'bank.branch_code',
            type: 'bank.account_type',
            number: 'bank.account_no',
            holder: 'bank.holder_kana',
          },
          paid: { action: 'record_paid', date: 'paid_on' },
          failed: {
            action: 'record_failed',
            targets: [
              'bank.bank_name',
              'bank.bank_code',
              'bank.branch_name',
              'bank.branch_code',
              'bank.account_type',
              'bank.account_no',
              'bank.holder_kana',
            ],
          },
        },
        actions: {
          record_paid: {
            title: '振込済みを記録する',
            tone: 'primary',
            requires: {
              fields: {
                type: 'object',
                properties: { paid_on: { type: 'string', format: 'date', title: '振り込んだ日' } },
                required: ['paid_on'],
              },
            },
            routes: [{ to: 'paid' }],
            effects: [message('paid')],
          },
          record_failed: {
            title: '振込不能：口座の確認を求める',
            requires: { reason: true, targets: true },
            routes: [{ to: 'account_correction' }],
            effects: [message('correction-request'), notice('correction-request')],
          },
        },
      },
      account_correction: accountCorrection,
      paid: final('交付済み', 'approved', '口座に振り込みました。'),
      refused: REFUSED,
      withdrawn: WITHDRAWN,
    },
  },
  messages: {
    ...EVERY_MAIL,
    ...decided('交付が決まりました'),
    ...REFUSED_MAIL,
    paid: mailAbout(
      '振り込みました',
      '{{ procedure.title }}について、{{ staff.record_paid.paid_on }}に{{ staff.approve.amount }}円を振り込みました。口座をご確認ください。',
    ),
  },
  notices: (nature) => ({
    ...everyNotice(nature),
    ...decisionNotice(
      '交付決定通知書',
      '審査の結果、下記のとおり交付することを決定しました',
      nature,
      '1　交付の額　　金{{ staff.approve.amount }}円',
    ),
    ...refusalNotice(nature),
  }),
};
