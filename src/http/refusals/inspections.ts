import type { RefusalText } from './refusal-text.js';

/** About visits. */
export const inspectionsRefusals = {
  'visit-times': {
    status: 422,
    title: 'Times of a visit',
    ja: '訪問の終わりの時刻を、始まりより後にしてください。',
    en: 'The visit must end after it begins.',
  },
  'visit-in-past': {
    status: 422,
    title: 'Day in the past',
    ja: '訪問する日が過ぎています。今日か、今日より後の日にしてください。',
    en: 'The day of the visit is over. Choose today or a later day.',
  },
  'visit-slots-same': {
    status: 422,
    title: 'The same time twice',
    ja: '同じ日時が2つあります。別の日時にするか、片方を消してください。',
    en: 'The same time is there twice. Change one, or take it away.',
  },
  'visit-proposal-gone': {
    status: 409,
    title: 'No longer offered',
    ja: 'この候補の日時は、もう選べません。画面を読み込み直して、いまの予定をお確かめください。',
    en: 'These times are no longer offered. Load the page again to see what is planned.',
  },
  'visit-slot-past': {
    status: 409,
    title: 'Day in the past',
    ja: '選んだ日は過ぎています。ほかの日時を選ぶか、「どれも合わない」を選んでください。',
    en: 'That day is over. Choose another time, or say that none fits.',
  },
  'visit-ended': {
    status: 409,
    title: 'The visit has ended',
    ja: 'この現地確認は終わったか取りやめになったため、変更できません。',
    en: 'This visit has ended or was cancelled, and cannot be changed.',
  },
  'finding-changed': {
    status: 409,
    title: 'Changed by a colleague',
    ja: '同じ項目を、別の職員が先に記録しました。どちらを残すか選んでください。',
    en: 'A colleague has recorded the same item meanwhile. Choose which to keep.',
  },
  'findings-missing': {
    status: 422,
    title: 'Items without result',
    ja: '結果のない項目が{count}件あります。すべて記録してから終えてください。',
    en: '{count} items have no result yet. Record them all first.',
  },
} as const satisfies Record<string, RefusalText>;
