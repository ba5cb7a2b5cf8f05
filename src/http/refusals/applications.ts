import type { RefusalText } from './refusal-text.js';

/** About applications under review: actions of officials and applicants, messages, absences. */
export const applicationsRefusals = {
  'application-changed': {
    status: 409,
    title: 'Application changed',
    ja: 'この申請はほかの方の操作で更新されました。最新の内容を確認してから、もう一度操作してください。',
    en: 'Somebody else has changed this application. Look at its present state and try again.',
  },
  'answer-hidden': {
    status: 403,
    title: 'Answer hidden',
    ja: 'いまの段階では、あなたの役割で見ることのできない項目があります。必要なときは、担当の職員に確認してください。',
    en: 'At this stage your role does not see this. Ask the official who has the case.',
  },
  'conversation-closed': {
    status: 409,
    title: 'Conversation closed',
    ja: 'このやりとりは終了しているため、送信できません。ご用の方は、お問い合わせ先へご連絡ください。',
    en: 'This conversation has ended and takes no further messages. Please use the contact of the procedure.',
  },
  'messages-unread': {
    status: 409,
    title: 'Messages unread',
    ja: '職員がまだ読んでいないメッセージが{max}件あります。返信をお待ちください。お急ぎの方は、お問い合わせ先へご連絡ください。',
    en: 'The office has not read your last {max} messages yet. Please wait for an answer, or use the contact of the procedure.',
  },
  'message-empty': {
    status: 422,
    title: 'Message empty',
    ja: 'メッセージを入力してください。',
    en: 'Enter a message.',
  },
  'message-file-gone': {
    status: 409,
    title: 'File gone',
    ja: '添付したファイルが見つかりません。いったん外して、もう一度添付してください。',
    en: 'A file is no longer there. Take it away and attach it again.',
  },
  'action-not-available': {
    status: 409,
    title: 'Action not available',
    ja: 'いまの段階では、この操作はできません。',
    en: 'This action is not available at the present stage.',
  },
  'role-missing': {
    status: 403,
    title: 'Role missing',
    ja: 'この操作をする役割が割り当てられていません。',
    en: 'You do not have the role for this action.',
  },
  'four-eyes': {
    status: 409,
    title: 'Another person must act',
    ja: 'この申請の前の段階を担当した職員は、この操作ができません。別の職員が行ってください。',
    en: 'Whoever acted in the earlier stage cannot take this action. Another person must.',
  },
  'not-your-turn': {
    status: 409,
    title: 'Not your turn',
    ja: '決裁の順番ではありません。先に決裁する職員を待ってください。',
    en: 'It is not your turn to approve. Wait for those who come first.',
  },
  'approved-already': {
    status: 409,
    title: 'Approved already',
    ja: 'この申請は、あなたまたは代理する職員がすでに決裁しています。ほかの職員が決裁してください。',
    en: 'You, or the colleague you stand in for, have approved this already. Another person must.',
  },
  'timer-unknown': {
    status: 409,
    title: 'Timer unknown',
    ja: 'この段階に、そのタイマーはありません。',
    en: 'The stage has no such timer.',
  },
  'timer-not-due': {
    status: 409,
    title: 'Timer not due',
    ja: 'このタイマーが動く時ではありません。',
    en: 'The timer is not due.',
  },
  'on-hold': {
    status: 409,
    title: 'On hold',
    ja: 'この申請は保留中です。保留を解除してから操作してください。',
    en: 'This application is on hold. Release it first.',
  },
  'too-many-views': {
    status: 409,
    title: 'Too many saved lists',
    ja: '保存できる一覧は{max}件までです。使わないものを削除してから保存してください。',
    en: 'At most {max} lists can be saved. Remove some that you no longer need first.',
  },
  'not-on-hold': {
    status: 409,
    title: 'Not on hold',
    ja: 'この申請は保留されていません。',
    en: 'This application is not on hold.',
  },
  'absence-ends-before': {
    status: 422,
    title: 'Absence ends before it begins',
    ja: '不在の最後の日は、最初の日と同じか、それより後の日にしてください。',
    en: 'The last day of the absence must not be before its first.',
  },
  'absence-overlaps': {
    status: 409,
    title: 'Absence overlaps another',
    ja: '同じ日を含む不在がすでに登録されています。先にそちらを取り消すか、日を変えてください。',
    en: 'You are already away on one of these days. Remove that absence first, or choose other days.',
  },
  'already-final': {
    status: 409,
    title: 'Already decided',
    ja: 'この申請はすでに終了しています。',
    en: 'This application has already ended.',
  },
  'reason-required': {
    status: 422,
    title: 'Reason required',
    ja: '理由（職員向け）を入力してください。',
    en: 'Enter a reason for colleagues.',
  },
  'public-reason-required': {
    status: 422,
    title: 'Reason for the applicant required',
    ja: '申請者に伝える理由を入力してください。',
    en: 'Enter a reason for the applicant.',
  },
  'targets-required': {
    status: 422,
    title: 'Fields to correct required',
    ja: '補正を求める項目を選び、それぞれに説明を入力してください。',
    en: 'Choose the fields to correct and say what is wrong with each.',
  },
  'target-unknown': {
    status: 422,
    title: 'Unknown field',
    ja: '補正を求める項目が、この申請書にありません。',
    en: 'A field to correct is not part of this form.',
  },
  'fields-invalid': {
    status: 422,
    title: 'Staff fields invalid',
    ja: '職員が入力する項目に誤りがあります。',
    en: 'The staff fields are not filled correctly.',
  },
} as const satisfies Record<string, RefusalText>;
