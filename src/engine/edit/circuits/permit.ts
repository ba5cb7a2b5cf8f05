import type { Circuit } from './circuit.js';
import { decided, decisionNotice, EVERY_MAIL, everyNotice, REFUSED_MAIL, refusalNotice } from './letters.js';
import {
  ASK_CORRECTION,
  CORRECTION,
  decision,
  final,
  forward,
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

const { reviewer, section_chief, manager } = ROLES;

export const PERMIT: Circuit = {
  id: 'permit',
  title: ['許可', 'Permit'],
  summary: [
    '形式審査、内容審査、係長と課長の決裁。認められないときの決裁と理由の通知まであります。',
    'Formal check, review, approval by two superiors; refusals with their reasons, too.',
  ],
  days: 20,
  pages: [],
  workflow: {
    start: 'formality',
    onArrival: ON_ARRIVAL,
    roles: { reviewer, section_chief, manager },
    stages: {
      formality: {
        kind: 'review',
        title: '形式審査',
        role: 'reviewer',
        dueWorkingDays: 5,
        publicStatus: status(
          '形式審査中',
          '書類がそろっているか、書き方に誤りがないかを確かめています。',
          'progress',
        ),
        actions: {
          pass: forward('内容審査へ進める', 'review'),
          ask_correction: ASK_CORRECTION,
          withdraw: WITHDRAW,
        },
      },
      correction: CORRECTION,
      review: {
        kind: 'review',
        title: '内容審査',
        role: 'reviewer',
        dueWorkingDays: 10,
        publicStatus: REVIEWING,
        actions: {
          recommend: forward('認めるとして決裁へ進める', 'decision'),
          recommend_refusal: recommendRefusal('refusal'),
          ask_correction: ASK_CORRECTION,
          withdraw: WITHDRAW,
        },
      },
      decision: decision('決裁', '許可を決定する', 'permitted', 'review'),
      refusal: refusal('review'),
      permitted: final('許可', 'approved', '許可が決まりました。通知書をご確認ください。'),
      refused: REFUSED,
      withdrawn: WITHDRAWN,
    },
  },
  messages: { ...EVERY_MAIL, ...decided('許可が決まりました'), ...REFUSED_MAIL },
  notices: (nature) => ({
    ...everyNotice(nature),
    ...decisionNotice('許可通知書', '審査の結果、許可することを決定しました', nature),
    ...refusalNotice(nature),
  }),
};
