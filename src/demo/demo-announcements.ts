import type { AnnouncementContent, CorrectionRequest } from '../announcements/desk/desk-announcement.dto.js';
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

const plain = {
  english: null,
  important: false,
  audience: null,
  category: null,
  procedureId: null,
  startsAt: null,
  endsOn: null,
} as const;

/** What is being written at the desk, in each state in which somebody has something to do. */
export const demoDrafts: readonly {
  readonly as: 'draft' | 'asked' | 'planned' | 'corrected';
  readonly content: AnnouncementContent;
}[] = [
  {
    as: 'corrected',
    content: {
      ...plain,
      title: '申請書類の書き方の説明会を開きます',
      body: '見出し：日時と場所\n| 回 | 日時 | 場所 |\n| 1 | 12月3日（木） 14時から | 大阪府庁 別館 |\n| 2 | 12月10日（木） 14時から | 堺市役所 本館 |\n\n見出し：参加するには\n1　申し込みはいりません。\n2　筆記用具をお持ちください。\n\n注：車いすの方、手話通訳が必要な方は、前の週までにお電話ください。',
      audience: 'business',
      procedureId: 'jitan-9',
      target: {
        everybody: false,
        favourites: true,
        former: { procedureId: 'jitan-9', stages: [] },
        places: [],
      },
    },
  },
  {
    as: 'asked',
    content: {
      ...plain,
      title: 'システムの点検のため、申請を一時止めます',
      body: '点検のため、次のあいだは申請の入力と送信ができません。\n\n| 止まる時間 | 12月6日（日） 0時から6時まで |\n| 止まる手続き | すべて |\n\n入力の途中のものは、点検のあとに続きから入力できます。',
      english: {
        title: 'Applications stop for maintenance',
        body: 'You cannot enter or send applications on Sunday 6 December, from midnight to 6 in the morning.\n\nWhat you have entered is kept.',
      },
      important: true,
      target: { everybody: true, favourites: false, former: null, places: [] },
    },
  },
  {
    as: 'planned',
    content: {
      ...plain,
      title: '認証店のステッカーの更新について',
      body: '認証から1年になるお店は、更新の申請をしてください。\n\n更新の申請では、前の申請の内容を引き継げます。',
      audience: 'business',
      procedureId: 'gold-sticker',
      target: {
        everybody: false,
        favourites: false,
        former: { procedureId: 'gold-sticker', stages: [] },
        places: ['大阪府大阪市'],
      },
    },
  },
  {
    as: 'draft',
    content: {
      ...plain,
      title: '年末年始の窓口',
      body: '12月29日から1月3日まで、窓口と電話はお休みします。',
      target: { everybody: true, favourites: false, former: null, places: [] },
    },
  },
];

/** Of the one that is to be corrected. */
export const demoCorrection: CorrectionRequest = {
  title: '申請書類の書き方の説明会を開きます',
  body: '見出し：日時と場所\n| 回 | 日時 | 場所 |\n| 1 | 12月3日（木） 14時から | 大阪府庁 別館 |\n| 2 | 12月11日（金） 14時から | 堺市役所 本館 |\n\n見出し：参加するには\n1　申し込みはいりません。\n2　筆記用具をお持ちください。\n\n注：車いすの方、手話通訳が必要な方は、前の週までにお電話ください。',
  english: null,
  note: '2回目の日付を12月11日（金）に直しました。',
};
