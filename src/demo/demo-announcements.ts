import type { NewAnnouncement } from '../announcements/publish-announcement.js';

/** What the demo's office has told so far, the oldest first. */
export const demoAnnouncements: readonly NewAnnouncement[] = [
  {
    title: 'ゴールドステッカーの現地確認について',
    body: '認証の申請をされたお店には、申請から2週間ほどで現地確認の日をご相談します。\n\n当日は、申請された対策がわかるように、ふだんどおりの営業のままお待ちください。',
    english: {
      title: 'About the visit for the gold sticker',
      body: 'About two weeks after you apply, we will arrange a day to visit your place.\n\nPlease leave everything as it is on a normal day.',
    },
    important: false,
    audience: 'business',
    category: null,
    procedureId: 'gold-sticker',
    endsAt: null,
  },
  {
    title: '協力金を装ったメールにご注意ください',
    body: '府の職員が、メールや電話で暗証番号や手数料をお願いすることはありません。\n\nこのサイトからのお知らせは、いつもマイページでも確かめられます。心当たりのないメールは開かずに削除してください。',
    english: {
      title: 'Beware of mails that pretend to be ours',
      body: 'The prefecture never asks for a password or a fee by mail or telephone.\n\nWhatever we tell you can always be read on your page, too. Delete mails that you did not expect.',
    },
    important: true,
    audience: null,
    category: null,
    procedureId: null,
    endsAt: null,
  },
  {
    title: '第9期の協力金の申請を受け付けています',
    body: '申請の前に、営業許可証と、昨年または一昨年の同じ月の売上がわかる書類をご用意ください。\n\n入力は途中で保存できます。受付の終わりの時刻には混み合いますので、早めの申請をお願いします。',
    english: {
      title: 'Round 9 of the cooperation grant is open',
      body: 'Have your business permit at hand, and papers that show your sales in the same month of last year or the year before.\n\nWhat you enter is kept as you go. It will be busy near the closing time, so please apply early.',
    },
    important: false,
    audience: 'business',
    category: null,
    procedureId: 'jitan-9',
    endsAt: null,
  },
];
