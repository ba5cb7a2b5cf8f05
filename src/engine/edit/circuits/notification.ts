import type { Circuit } from './circuit.js';
import { EVERY_MAIL, everyNotice, mailAbout } from './letters.js';
import {
  ASK_CORRECTION,
  CORRECTION,
  final,
  message,
  ON_ARRIVAL,
  ROLES,
  status,
  WITHDRAW,
  WITHDRAWN,
} from './stages.js';

const { reviewer } = ROLES;

export const NOTIFICATION: Circuit = {
  id: 'notification',
  title: ['届出', 'Notification'],
  summary: [
    '内容を確かめて受け付けるだけの届出。決定はありません。',
    'Looked at and taken note of; nothing is decided.',
  ],
  days: 5,
  pages: [],
  workflow: {
    start: 'look',
    onArrival: ON_ARRIVAL,
    roles: { reviewer },
    stages: {
      look: {
        kind: 'review',
        title: '内容の確認',
        role: 'reviewer',
        dueWorkingDays: 5,
        publicStatus: status(
          '確認中',
          '届け出た内容を確かめています。足りないものがあれば、まとめてお知らせします。',
          'progress',
        ),
        actions: {
          accept: {
            title: '受け付ける',
            tone: 'primary',
            routes: [{ to: 'accepted' }],
            effects: [message('decided')],
          },
          ask_correction: ASK_CORRECTION,
          withdraw: WITHDRAW,
        },
      },
      correction: CORRECTION,
      accepted: final(
        '届出を受け付けました',
        'approved',
        '届出の手続は終わりました。お手続きいただくことはありません。',
      ),
      withdrawn: WITHDRAWN,
    },
  },
  messages: {
    ...EVERY_MAIL,
    decided: mailAbout(
      '届出の手続が終わりました',
      '{{ procedure.title }}の内容を確かめ、手続が終わりました。お手続きいただくことはありません。',
    ),
  },
  notices: everyNotice,
};
