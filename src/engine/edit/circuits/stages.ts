import type { Members } from './circuit.js';

/** Stages and actions that reviews of all kinds have in common. */

export const ROLES = {
  reviewer: { title: '審査担当', receivesPaper: true },
  section_chief: { title: '係長' },
  manager: { title: '課長', supervisor: true, exports: true },
  accountant: { title: '会計担当' },
  inspector: { title: '現地確認担当' },
} as const;

export function status(label: string, explanation: string, tone: string): Members {
  return { label, explanation, tone };
}

export const message = (name: string): Members => ({ message: name });
export const notice = (name: string): Members => ({ notice: name });

export const ON_ARRIVAL = [message('received'), notice('arrival-receipt')];

export const REVIEWING = status(
  '審査中',
  '内容と書類を確かめています。足りないものがあれば、まとめてお知らせします。',
  'progress',
);
export const DECIDING = status('最終審査中', '責任者が、結果を決めています。', 'progress');

export const WITHDRAW: Members = {
  title: '取り下げる',
  pastTitle: '取り下げました',
  by: 'applicant',
  tone: 'danger',
  routes: [{ to: 'withdrawn' }],
  effects: [message('withdrawn')],
};

export const ASK_CORRECTION: Members = {
  title: '補正を求める',
  requires: { targets: true },
  routes: [{ to: 'correction' }],
  effects: [message('correction-request'), notice('correction-request')],
};

export function sendBack(to: string, title: string): Members {
  return {
    title,
    requires: { reason: true, publicReason: true },
    routes: [{ to }],
    effects: [message('sent-back')],
  };
}

/** Who has a recommendation to give, and the way to whoever decides. */
export function forward(title: string, to: string): Members {
  return { title, tone: 'primary', routes: [{ to }] };
}

export function recommendRefusal(to: string): Members {
  return {
    title: '認められないとして決裁へ進める',
    requires: { reason: true },
    routes: [{ to }],
  };
}

export const CORRECTION: Members = {
  kind: 'correction',
  title: '補正待ち',
  dueWorkingDays: 10,
  clock: 'stops',
  publicStatus: status(
    '補正をお願いしています',
    '直していただきたい項目があります。期限までに直して、もう一度提出してください。',
    'waiting',
  ),
  timers: {
    remind: {
      title: '補正の期限が近いことのお知らせ',
      on: { from: 'due', workingDays: -3 },
      effects: [message('correction-reminder')],
    },
  },
  actions: {
    resubmit: {
      title: '補正して提出する',
      pastTitle: '補正を提出しました',
      by: 'applicant',
      tone: 'primary',
      routes: [{ to: '@origin' }],
      effects: [message('correction-received')],
    },
    resume: {
      title: '補正がないまま審査に戻す',
      roles: ['reviewer'],
      requires: { reason: true, publicReason: true },
      routes: [{ to: '@origin' }],
      effects: [message('sent-back')],
    },
    withdraw: WITHDRAW,
  },
};

/** 決裁 of a yes: one approver after the other. `fields` are filled in with it. */
export function decision(title: string, yes: string, to: string, back: string, fields?: Members): Members {
  return {
    kind: 'approval',
    title,
    role: 'manager',
    dueWorkingDays: 5,
    approvers: {
      order: 'serial',
      steps: [
        { role: 'section_chief', title: '係長' },
        { role: 'manager', title: '課長' },
      ],
    },
    publicStatus: DECIDING,
    actions: {
      approve: {
        title: yes,
        tone: 'primary',
        approves: true,
        notActorOf: [back],
        ...(fields ? { requires: { fields } } : {}),
        routes: [{ to }],
        effects: [message('decided'), notice('decision')],
      },
      send_back: sendBack(back, '差し戻す'),
      withdraw: WITHDRAW,
    },
  };
}

/** 決裁 of a no, by the same people. */
export function refusal(back: string): Members {
  return {
    kind: 'approval',
    title: '決裁（認められないとき）',
    role: 'manager',
    dueWorkingDays: 5,
    approvers: {
      order: 'serial',
      steps: [
        { role: 'section_chief', title: '係長' },
        { role: 'manager', title: '課長' },
      ],
    },
    publicStatus: DECIDING,
    actions: {
      refuse: {
        title: '認められないと決定する',
        tone: 'danger',
        approves: true,
        notActorOf: [back],
        requires: { publicReason: 40 },
        routes: [{ to: 'refused' }],
        effects: [message('refused'), notice('refusal')],
      },
      send_back: sendBack(back, '差し戻す'),
      withdraw: WITHDRAW,
    },
  };
}

export function final(title: string, outcome: string, explanation: string): Members {
  const tone = outcome === 'approved' ? 'done' : 'refused';
  return { kind: 'final', title, outcome, publicStatus: status(title, explanation, tone) };
}

export const REFUSED = final(
  '認められませんでした',
  'refused',
  '認められないことが決まりました。理由は通知書をご確認ください。',
);
export const WITHDRAWN = final(
  '取下げ',
  'withdrawn',
  '取り下げられました。受付期間の中なら、あらためて提出できます。',
);
