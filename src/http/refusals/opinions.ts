import type { RefusalText } from './refusal-text.js';

/** About opinions asked of other offices. */
export const opinionsRefusals = {
  'opinion-not-here': {
    status: 409,
    title: 'No opinions here',
    ja: 'いまの段階では、他の部署に意見を照会できません。',
    en: 'At the present stage no other office can be asked for its opinion.',
  },
  'opinion-question-empty': {
    status: 422,
    title: 'Question empty',
    ja: '照会する内容を入力してください。',
    en: 'Enter what you ask.',
  },
  'opinion-due-past': {
    status: 422,
    title: 'Day in the past',
    ja: '回答期限が過ぎています。今日か、今日より後の日にしてください。',
    en: 'The due day is over. Choose today or a later day.',
  },
  'opinion-due-earlier': {
    status: 422,
    title: 'Not later',
    ja: '回答期限は、いまの期限より後の日にしてください。',
    en: 'The new due day must be later than the present one.',
  },
  'opinion-own-office': {
    status: 422,
    title: 'Own office',
    ja: '自分の部署には照会できません。別の部署を選んでください。',
    en: 'You cannot ask your own office. Choose another.',
  },
  'opinion-not-shareable': {
    status: 422,
    title: 'Not to be shared',
    ja: '共有できない項目が含まれています。画面を読み込み直して、項目を選び直してください。',
    en: 'Something among what you share cannot be shared. Load the page again and choose anew.',
  },
  'opinions-many': {
    status: 409,
    title: 'Too many at once',
    ja: '一つの申請について同時に照会できるのは{max}件までです。',
    en: 'At most {max} opinions can be out for one application.',
  },
  'opinion-ended': {
    status: 409,
    title: 'The request has ended',
    ja: 'この意見照会は、回答済みか取下げ済みのため、変更できません。',
    en: 'This opinion was given or the request withdrawn, and it cannot be changed.',
  },
  'opinion-claimed': {
    status: 409,
    title: 'A colleague has it',
    ja: '同じ部署の別の職員が担当しています。回答するには、先に担当を引き継いでください。',
    en: 'A colleague has taken it on. Have it handed over to you first.',
  },
  'opinion-answer-empty': {
    status: 422,
    title: 'Answer empty',
    ja: '「条件付」「支障あり」のときは、条件や理由を入力してください。',
    en: 'Say the conditions, or what speaks against it.',
  },
} as const satisfies Record<string, RefusalText>;
