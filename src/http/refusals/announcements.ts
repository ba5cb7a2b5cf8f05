import type { RefusalText } from './refusal-text.js';

/** About news of the office. */
export const announcementsRefusals = {
  'announcement-moved-on': {
    status: 409,
    title: 'The announcement has moved on',
    ja: 'このお知らせは、ほかの人の操作で次の状態に進んでいます。画面を最新にして、いまの状態を確かめてください。',
    en: 'Somebody has moved this announcement on. Reload the page and look at where it stands.',
  },
  'announcement-changed': {
    status: 409,
    title: 'The announcement has changed',
    ja: 'このお知らせは、開いたあとに書き換えられています。入力した内容を控えてから、画面を最新にして確かめてください。',
    en: 'The announcement was changed since you opened it. Keep what you typed, reload the page and look again.',
  },
  'announcement-incomplete': {
    status: 422,
    title: 'Something is missing',
    ja: '入力を直してください。',
    en: 'Some entries must be corrected.',
  },
  'announcement-own': {
    status: 403,
    title: 'A second person is needed',
    ja: 'このお知らせを書いた人、承認を依頼した人は、承認できません。ほかの承認者が承認してください。',
    en: 'Whoever wrote it or asked for approval cannot approve it. Somebody else must.',
  },
  'announcement-late': {
    status: 409,
    title: 'The planned time has passed',
    ja: '公開の予定日時が過ぎました。差し戻して、日時を決め直してください。',
    en: 'The planned time has passed. Send it back so that another time is chosen.',
  },
  'announcement-ended': {
    status: 409,
    title: 'Its last day is over',
    ja: 'お知らせを出す終わりの日が過ぎています。差し戻して、終わりの日を決め直してください。',
    en: 'Its last day is over. Send it back so that another day is chosen.',
  },
  'announcement-correction-open': {
    status: 409,
    title: 'A correction is waiting',
    ja: '承認を待っている訂正がすでにあります。先にその訂正を承認するか、取り下げてください。',
    en: 'Another correction waits for approval. Decide that one first.',
  },
  'announcement-correction-same': {
    status: 422,
    title: 'Nothing is corrected',
    ja: '題名も本文も、いまと同じです。直すところを書き換えてください。',
    en: 'Title and text are as they were. Change what is wrong.',
  },
} as const satisfies Record<string, RefusalText>;
