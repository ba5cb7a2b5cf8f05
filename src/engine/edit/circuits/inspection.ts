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
  sendBack,
  status,
  WITHDRAW,
  WITHDRAWN,
} from './stages.js';

const { reviewer, section_chief, manager, inspector } = ROLES;

export const INSPECTION: Circuit = {
  id: 'inspection',
  title: ['現地確認', 'Inspection'],
  summary: [
    '書類の審査、現地確認、決裁。現地で見る項目の一覧があります。',
    'Review of documents, a visit with a list of what is looked at, approval.',
  ],
  days: 30,
  pages: [],
  workflow: {
    start: 'review',
    onArrival: ON_ARRIVAL,
    roles: { reviewer, inspector, section_chief, manager },
    stages: {
      review: {
        kind: 'review',
        title: '書類審査',
        role: 'reviewer',
        dueWorkingDays: 10,
        publicStatus: REVIEWING,
        actions: {
          pass: forward('現地確認へ進める', 'visit'),
          recommend_refusal: recommendRefusal('refusal'),
          ask_correction: ASK_CORRECTION,
          withdraw: WITHDRAW,
        },
      },
      correction: CORRECTION,
      visit: {
        kind: 'inspection',
        title: '現地確認',
        role: 'inspector',
        dueWorkingDays: 15,
        publicStatus: status('現地確認', '職員がうかがって、現地を確かめます。', 'progress'),
        checklist: [
          { id: 'same', title: '申請の内容と現地が同じである' },
          { id: 'safe', title: '危険な箇所がない' },
          { id: 'records', title: '必要な記録や掲示がある' },
        ],
        actions: {
          conforming: {
            title: '適合：決裁へ進める',
            tone: 'primary',
            requires: {
              fields: {
                type: 'object',
                properties: {
                  inspected_on: { type: 'string', format: 'date', title: '現地確認をした日' },
                  note: { type: 'string', title: '確認の記録', minLength: 2, maxLength: 2000 },
                },
                required: ['inspected_on', 'note'],
              },
            },
            routes: [{ to: 'decision' }],
          },
          recommend_refusal: recommendRefusal('refusal'),
          send_back: sendBack('review', '書類審査に戻す'),
          withdraw: WITHDRAW,
        },
      },
      decision: decision('決裁', '認定を決定する', 'certified', 'visit'),
      refusal: refusal('review'),
      certified: final('認定', 'approved', '認定が決まりました。通知書をご確認ください。'),
      refused: REFUSED,
      withdrawn: WITHDRAWN,
    },
  },
  messages: { ...EVERY_MAIL, ...decided('認定が決まりました'), ...REFUSED_MAIL },
  notices: (nature) => ({
    ...everyNotice(nature),
    ...decisionNotice('認定通知書', '審査と現地確認の結果、認定することを決定しました', nature),
    ...refusalNotice(nature),
  }),
};
