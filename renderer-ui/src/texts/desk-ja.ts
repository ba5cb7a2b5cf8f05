import { deskCaseJa } from './desk-case-ja.js';
import { deskActionJa } from './desk-action-ja.js';
import { deskAbsenceJa } from './desk-absence-ja.js';
import { queueJa, searchJa } from './queue-ja.js';

/** Words of the officials' screens. */
export const deskJa = {
  product: '審査デスク',
  furtherPlaces: 'ほかの仕事',
  batches: 'まとめて処理',
  payments: '支払',
  /** What stands between words that come from elsewhere. */
  signs: {
    colon: '：',
    aside: (words: string) => `（${words}）`,
    list: '、',
    also: '・',
  },
  signIn: {
    title: '職員サインイン',
    lead: '職員番号とパスワードを入力してください。',
    login: '職員番号',
    password: 'パスワード',
    submit: 'サインイン',
    loginMissing: '職員番号を入力してください。',
    passwordMissing: 'パスワードを入力してください。',
    demoTitle: 'お試し用の職員',
    demoLead: 'この環境は動作確認用です。選ぶと、上の欄に職員番号とパスワードが入ります。',
    applicantHere:
      '申請者としてサインインしています。審査デスクを使うには、職員としてサインインし直してください。',
    expired: 'サインインの有効期限が切れました。もう一度サインインすると、元の画面に戻ります。',
    signOut: 'サインアウト',
  },
  search: searchJa,
  queue: queueJa,
  due: {
    none: '期限なし',
    overdue: (days: number) => `${days}日超過`,
    today: '今日が期限',
    left: (days: number) => `残り${days}日`,
  },
  keys: {
    title: 'キーボード操作',
    open: 'キーボード操作の一覧',
    enabled: '文字キーの操作を使う',
    enabledHelp: '音声入力などで意図せず動くときは、切ってください。この端末に保存されます。',
    inQueue: '一覧で',
    inApplication: '申請を見ているとき',
    anywhere: 'どこでも',
    list: {
      down: '次の行へ',
      up: '前の行へ',
      enter: '申請を開く',
      claim: '担当する',
      select: '行を選ぶ・外す',
      selectTo: '前に選んだ行からここまで選ぶ',
      actOnSelected: '選んだ申請の操作へ',
      search: '検索欄へ',
      help: 'この一覧を開く',
      next: '次の案件へ',
      back: '一覧へ戻る',
      act: '操作の欄へ',
      cross: '審査の状況へ・元の場所へ戻る',
      escape: '書類を閉じる',
    },
  },
  offline: 'サーバーにつながりません。入力した文は残っています。しばらくしてから、もう一度お試しください。',
  requestId: (id: string) => `問合せ番号：${id}`,
  ...deskCaseJa,
  ...deskActionJa,
  ...deskAbsenceJa,
};
