import type { Circuit } from './circuit.js';
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
  final,
  message,
  notice,
  ON_ARRIVAL,
  REVIEWING,
  ROLES,
  status,
  WITHDRAW,
  WITHDRAWN,
} from './stages.js';

const { reviewer, manager } = ROLES;

export const LOTTERY: Circuit = {
  id: 'lottery',
  title: ['抽選', 'Draw'],
  summary: [
    '申込みを確かめて抽選を待ち、当選と落選を分けます。',
    'Entries are looked at, wait for the draw, and are drawn or not.',
  ],
  days: 20,
  pages: [],
  workflow: {
    start: 'look',
    onArrival: ON_ARRIVAL,
    roles: { reviewer, manager },
    stages: {
      look: {
        kind: 'review',
        title: '申込みの確認',
        role: 'reviewer',
        dueWorkingDays: 5,
        publicStatus: REVIEWING,
        actions: {
          pass: {
            title: '抽選へ進める',
            tone: 'primary',
            requires: {
              fields: {
                type: 'object',
                properties: { ticket: { type: 'string', title: '抽選番号', minLength: 1, maxLength: 20 } },
                required: ['ticket'],
              },
            },
            routes: [{ to: 'draw' }],
            effects: [message('ticket')],
          },
          ask_correction: ASK_CORRECTION,
          withdraw: WITHDRAW,
        },
      },
      correction: CORRECTION,
      draw: {
        kind: 'waiting',
        title: '抽選待ち',
        role: 'manager',
        dueWorkingDays: 15,
        publicStatus: status(
          '抽選待ち',
          '申込みを受け付けました。抽選の結果が出るまでお待ちください。',
          'progress',
        ),
        actions: {
          won: {
            title: '当選を記録する',
            tone: 'primary',
            notActorOf: ['look'],
            routes: [{ to: 'won' }],
            effects: [message('decided'), notice('decision')],
          },
          lost: {
            title: '落選を記録する',
            notActorOf: ['look'],
            requires: { publicReason: 10 },
            routes: [{ to: 'lost' }],
            effects: [message('refused'), notice('refusal')],
          },
          withdraw: WITHDRAW,
        },
      },
      won: final('当選', 'approved', '当選しました。通知書をご確認ください。'),
      lost: final('落選', 'refused', '残念ながら落選しました。'),
      withdrawn: WITHDRAWN,
    },
  },
  messages: {
    ...EVERY_MAIL,
    ...decided('当選しました'),
    ...REFUSED_MAIL,
    ticket: mailAbout(
      '抽選番号のお知らせ',
      '{{ procedure.title }}の申込みを確かめました。抽選番号は{{ staff.pass.ticket }}です。抽選の結果は、あらためてお知らせします。',
    ),
  },
  notices: (nature) => ({
    ...everyNotice(nature),
    ...decisionNotice(
      '当選通知書',
      '抽選の結果、下記のとおり当選しました',
      nature,
      '1　抽選番号　　{{ staff.pass.ticket }}',
    ),
    ...refusalNotice(nature),
  }),
};
