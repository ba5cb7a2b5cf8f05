import type { RefusalText } from './refusal-text.js';

/** About officials' accounts: signing in, and what administrators do. */
export const staffRefusals = {
  'sign-in-unfinished': {
    status: 401,
    title: 'Sign-in not complete',
    ja: 'サインインが終わっていません。画面の案内に沿って続けてください。',
    en: 'The sign-in is not complete. Please go on as the screen says.',
  },
  'one-time-code-wrong': {
    status: 422,
    title: 'One-time code wrong',
    ja: 'コードが正しくないか、すでに使われています。認証アプリに次のコードが出るのを待って、入力してください。',
    en: 'The code is wrong or was used already. Wait for the next code of your app and enter that.',
  },
  'codes-not-begun': {
    status: 409,
    title: 'Set-up of codes not begun',
    ja: 'ワンタイムコードの設定が始まっていません。はじめからやり直してください。',
    en: 'The set-up of one-time codes has not begun. Please start again.',
  },
  'codes-required': {
    status: 409,
    title: 'Codes required',
    ja: 'あなたの役割ではワンタイムコードが必須のため、やめることはできません。新しい端末で設定し直すことはできます。',
    en: 'Your role requires one-time codes, so they cannot be given up. You can set them up on another device.',
  },
  'starting-password-over': {
    status: 401,
    title: 'Starting password is over',
    ja: '初期パスワードの期限が過ぎました。システム管理者に、新しい初期パスワードの発行を依頼してください。',
    en: 'The starting password has ended. Ask an administrator for another one.',
  },
  'own-account': {
    status: 409,
    title: 'Own account',
    ja: '自分の登録や役割は変更できません。ほかのシステム管理者に依頼してください。',
    en: 'You cannot change your own account or roles. Ask another administrator.',
  },
  'last-administrator': {
    status: 409,
    title: 'Last administrator',
    ja: 'ほかに使えるシステム管理者がいないため、この操作はできません。先に別の職員をシステム管理者にしてください。',
    en: 'There is no other administrator. Make somebody else administrator first.',
  },
  'official-changed': {
    status: 409,
    title: 'Official changed',
    ja: 'この職員の登録は、ほかの方の操作で更新されました。最新の内容を確認してから、もう一度操作してください。',
    en: 'Somebody else has changed this official. Look at the present state and try again.',
  },
  'official-disabled': {
    status: 409,
    title: 'Official disabled',
    ja: 'この職員は利用停止中です。先に利用を再開してください。',
    en: 'This official is locked out. Let them in again first.',
  },
  'role-needs-another': {
    status: 409,
    title: 'Another administrator must confirm',
    ja: 'この役割を付けた本人は、確認できません。ほかのシステム管理者が確認してください。',
    en: 'Whoever gave this role cannot confirm it. Another administrator must.',
  },
  'job-settled': {
    status: 409,
    title: 'Settled already',
    ja: 'この処理は、すでにほかの方が再実行しているか、片付けています。画面を最新にしてください。',
    en: 'Somebody has run this again or settled it already. Reload the page.',
  },
  'import-without-numbers': {
    status: 422,
    title: 'No column of staff numbers',
    ja: '「職員番号」の列が見つかりません。1行目に見出しを書いてください。見出しの付いた表は、この画面で受け取れます。',
    en: 'There is no column “Staff number”. Begin with a line of titles; this page offers a table that has them.',
  },
  'import-empty': {
    status: 422,
    title: 'Nobody in the table',
    ja: '表に職員が1人も書かれていません。',
    en: 'There is nobody in the table.',
  },
  'import-too-long': {
    status: 422,
    title: 'Too many officials',
    ja: '一度に読み込めるのは{max}人までです。表を分けてください。',
    en: 'At most {max} officials can be read at once. Divide the table.',
  },
  'department-in-use': {
    status: 409,
    title: 'Department in use',
    ja: 'この部署には、職員・班・下の部署のどれかがあるため、削除できません。先にほかの部署へ移してください。',
    en: 'This department still has officials, teams or departments. Move them first.',
  },
  'department-below-itself': {
    status: 409,
    title: 'Department below itself',
    ja: '部署を、その部署自身や下の部署の中へ移すことはできません。',
    en: 'A department cannot be moved below itself.',
  },
  'name-taken': {
    status: 409,
    title: 'Name taken',
    ja: '同じ場所に、同じ名前のものがあります。別の名前にしてください。',
    en: 'There is one of that name in the same place. Choose another name.',
  },
} as const satisfies Record<string, RefusalText>;
