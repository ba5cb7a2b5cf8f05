import type { RefusalText } from './refusal-text.js';

/** About payments through a bank. */
export const paymentsRefusals = {
  'payment-batch-moved-on': {
    status: 409,
    title: 'The batch has moved on',
    ja: 'この支払は、ほかの人の操作で次の状態に進んでいます。画面を最新にして、いまの状態を確かめてください。',
    en: 'Somebody has moved this batch on. Reload the page and look at where it stands.',
  },
  'payment-day-invalid': {
    status: 422,
    title: 'No day of payment',
    ja: '振込指定日は、明日以降の銀行営業日にしてください（土日祝日と12月31日〜1月3日は振り込めません）。',
    en: 'Choose a day after today on which banks work: no weekend, no holiday, not 31 December to 3 January.',
  },
  'payment-profile-unknown': {
    status: 422,
    title: 'No account to pay from',
    ja: '振込元の口座が使える状態にありません。振込元口座の設定を確かめてください。',
    en: 'This account to pay from is not in use. Look at the accounts to pay from.',
  },
  'payment-none': {
    status: 422,
    title: 'Nothing to pay',
    ja: '支払える申請がありません。ほかの支払に入っているか、振込待ちの段階を離れています。',
    en: 'There is nothing to pay: the applications are in another batch, or no longer wait.',
  },
  'payment-finding-gone': {
    status: 409,
    title: 'No longer there',
    ja: 'この行は変わっています。画面を最新にしてください。',
    en: 'This line has changed. Reload the page.',
  },
  'payment-warnings-open': {
    status: 409,
    title: 'Warnings are open',
    ja: '確かめていない注意が{count}件あります。1件ずつ、理由を書いて認めるか、支払から外してください。',
    en: '{count} warnings are open. Accept each with a reason, or take the payment out.',
  },
  'payment-empty': {
    status: 409,
    title: 'Nothing to pay',
    ja: '支払う申請が残っていません。この支払は取りやめてください。',
    en: 'No payment is left. Cancel the batch.',
  },
  'payment-own-batch': {
    status: 403,
    title: 'A second person is needed',
    ja: 'この支払を作成・確認した人、または注意を認めた人は、承認できません。ほかの会計担当が承認してください。',
    en: 'Whoever prepared the batch or accepted one of its warnings cannot release it. Somebody else must.',
  },
  'payment-changed': {
    status: 409,
    title: 'Not what was checked',
    ja: '確認に回した内容と違っています（振込元口座の設定が変わったなど）。差し戻して、確かめ直してください。',
    en: 'This is not what was handed on (the account to pay from has changed, for one). Send it back to be looked at again.',
  },
  'payment-applications-changed': {
    status: 409,
    title: 'Applications have changed',
    ja: '確認のあとに{count}件の申請が変わりました（{numbers}）。「すべて確かめ直す」を行ってください。',
    en: '{count} applications have changed since ({numbers}). Have everything looked at again.',
  },
  'payment-lines-untitled': {
    status: 422,
    title: 'No column of numbers',
    ja: '「照会番号」または「申込番号」の列が見つかりません。1行目を「照会番号,結果,日付,理由」にするか、見出しなしで番号から始めてください。',
    en: 'There is no column “reference” or “number”. Begin with a line “reference,result,date,reason”, or with the numbers themselves.',
  },
  'payment-lines-none': {
    status: 422,
    title: 'No result',
    ja: '結果が1件もありません。銀行の結果を貼り付けるか、残りを振込済みにする日を入れてください。',
    en: 'There is no result. Paste what the bank says, or enter the day on which the rest was paid.',
  },
  'payment-lines-unread': {
    status: 422,
    title: 'Lines cannot be read',
    ja: '{count}か所に誤りがあるため、どの行も取り込んでいません。直してから、もう一度取り込んでください。',
    en: 'There are {count} mistakes, and no line was taken. Correct them and try again.',
  },
  'payment-settled': {
    status: 409,
    title: 'Recorded already',
    ja: 'この支払の結果は、すでに記録されています。',
    en: 'The result of this payment is recorded already.',
  },
  'payment-profile-name': {
    status: 422,
    title: 'The name cannot be written',
    ja: '振込依頼人名は、半角カナ・英大文字・数字で40文字までにしてください（書けない文字または文字数：{letters}）。',
    en: 'The name of the remitter is at most 40 half-width kana, capitals and digits (wrong characters or length: {letters}).',
  },
  'payment-profile-bank': {
    status: 422,
    title: 'No such bank',
    ja: 'この金融機関コードと支店コードの店がありません。',
    en: 'There is no branch of this bank with this code.',
  },
  'payment-profile-pending': {
    status: 409,
    title: 'A change is waiting',
    ja: 'この口座には、確認を待っている変更があります。先にそれを確認するか、取り下げてください。',
    en: 'A change of this account is waiting. Agree to it or take it back first.',
  },
  'payment-profile-own': {
    status: 403,
    title: 'A second person is needed',
    ja: '自分が申し出た変更は、自分では確認できません。ほかの会計担当が確認してください。',
    en: 'You cannot agree to a change that you proposed. Somebody else must.',
  },
  'payment-profile-changed': {
    status: 409,
    title: 'No longer there',
    ja: 'この変更は、すでに確認または取下げされています。画面を最新にしてください。',
    en: 'This change was agreed to or taken back already. Reload the page.',
  },
} as const satisfies Record<string, RefusalText>;
