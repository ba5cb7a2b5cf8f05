interface RefusalText {
  readonly status: number;
  readonly title: string;
  readonly ja: string;
  readonly en: string;
}

/** Every refusal: what it is over HTTP and what it tells people. `{name}` is filled from the refusal's params. */
export const refusalTexts = {
  'request-unreadable': {
    status: 400,
    title: 'Unreadable request',
    ja: '送信された内容を読み取れませんでした。画面を読み込み直してから、もう一度お試しください。',
    en: 'The request could not be read. Reload the page and try again.',
  },
  'sign-in-required': {
    status: 401,
    title: 'Sign-in required',
    ja: 'ログインしてください。入力中の内容は保存されています。',
    en: 'Please sign in. What you entered is kept.',
  },
  'sign-in-failed': {
    status: 401,
    title: 'Sign-in failed',
    ja: 'ログインできませんでした。入力した内容をお確かめください。',
    en: 'Sign-in failed. Check what you entered.',
  },
  'not-permitted': {
    status: 403,
    title: 'Not permitted',
    ja: 'この操作をする権限がありません。',
    en: 'You are not permitted to do this.',
  },
  'cross-site-request': {
    status: 403,
    title: 'Cross-site request',
    ja: 'ほかのサイトからの操作は受け付けられません。このサイトの画面から操作してください。',
    en: 'Requests from other sites are refused. Please use the pages of this site.',
  },
  'not-found': {
    status: 404,
    title: 'Not found',
    ja: '見つかりませんでした。',
    en: 'Not found.',
  },
  'draft-changed-elsewhere': {
    status: 409,
    title: 'Draft changed elsewhere',
    ja: 'この下書きは別の画面または端末で保存されています。どちらの内容を残すか選んでください。',
    en: 'This draft was saved in another window or on another device. Choose which content to keep.',
  },
  'form-changed': {
    status: 409,
    title: 'Form changed',
    ja: 'この手続きの様式が新しくなりました。入力した内容を新しい様式に引き継いでから、提出してください。',
    en: 'The form of this procedure has changed. Carry your answers over to the new form, then submit.',
  },
  'one-draft-only': {
    status: 409,
    title: 'One draft only',
    ja: 'この手続きを申請できるのは、おひとり1件です。入力中の申請を続けてください。',
    en: 'This procedure takes one application from each person. Please go on with the draft you have.',
  },
  'draft-already-submitted': {
    status: 409,
    title: 'Draft already submitted',
    ja: 'この下書きはすでに提出されています。',
    en: 'This draft has already been submitted.',
  },
  'application-changed': {
    status: 409,
    title: 'Application changed',
    ja: 'この申請はほかの方の操作で更新されました。最新の内容を確認してから、もう一度操作してください。',
    en: 'Somebody else has changed this application. Look at its present state and try again.',
  },
  'already-applied': {
    status: 409,
    title: 'Already applied',
    ja: '同じ内容の申請がすでに提出されています。',
    en: 'The same application has already been submitted.',
  },
  'acceptance-closed': {
    status: 409,
    title: 'Acceptance closed',
    ja: '受付期間は{closes_at}で終了しました。',
    en: 'The acceptance period ended at {closes_at}.',
  },
  'acceptance-not-open': {
    status: 409,
    title: 'Acceptance not open yet',
    ja: '受付は{opens_at}に始まります。',
    en: 'Acceptance opens at {opens_at}.',
  },
  'correction-not-asked': {
    status: 409,
    title: 'No correction asked',
    ja: 'この申請には、いま補正のお願いは出ていません。',
    en: 'No correction is being asked for this application.',
  },
  'too-many-attachments': {
    status: 409,
    title: 'Too many attachments',
    ja: 'この欄に添付できるのは{max}件までです。',
    en: 'This field takes at most {max} files.',
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
  'too-many-sites': {
    status: 409,
    title: 'Too many saved sites',
    ja: '店舗台帳に登録できるのは{max}件までです。使わないものを削除してから登録してください。',
    en: 'At most {max} places can be saved. Remove some that you no longer need first.',
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
  'outside-correction': {
    status: 422,
    title: 'Change outside the correction',
    ja: '補正をお願いした項目以外は変更できません。',
    en: 'Only the fields named in the request for correction can be changed.',
  },
  'terms-changed': {
    status: 409,
    title: 'Terms changed',
    ja: '利用規約が新しくなりました。もう一度お読みになり、同意してください。',
    en: 'The terms of use have changed. Please read them again and agree to them.',
  },
  'registration-not-begun': {
    status: 409,
    title: 'Registration not begun',
    ja: '登録の手続きが途中で切れました。利用規約の確認からやり直してください。',
    en: 'This registration has ended. Please begin again with the terms of use.',
  },
  'mail-not-confirmed': {
    status: 409,
    title: 'Mail address not confirmed',
    ja: 'メールアドレスの確認が済んでいません。認証コードを入力してください。',
    en: 'The mail address has not been confirmed yet. Please enter the code.',
  },
  'mail-already-registered': {
    status: 409,
    title: 'Mail address already registered',
    ja: 'このメールアドレスの登録は完了しています。ログインしてください。',
    en: 'This mail address is registered already. Please sign in.',
  },
  'code-wrong': {
    status: 422,
    title: 'Wrong code',
    ja: '認証コードが違います。メールに書かれた6桁の数字を入力してください（あと{left}回）。',
    en: 'The code is wrong. Enter the six digits of the mail ({left} more tries).',
  },
  'code-spent': {
    status: 422,
    title: 'Code no longer valid',
    ja: 'この認証コードは使えなくなりました。「認証コードを送り直す」から、新しいコードを受け取ってください。',
    en: 'This code can no longer be used. Have a new one sent.',
  },
  'answers-invalid': {
    status: 422,
    title: 'Answers invalid',
    ja: '入力内容に誤りがあります。各項目の説明をご確認ください。',
    en: 'Some answers need to be corrected.',
  },
  'request-invalid': {
    status: 422,
    title: 'Request invalid',
    ja: '送信された内容の形式が正しくありません（{field}）。',
    en: 'The request does not have the expected shape ({field}).',
  },
  'identity-denied': {
    status: 403,
    title: 'Denied at the identity provider',
    ja: '認証サービスでの手続きが中止されました。もう一度お試しになるか、メールアドレスとパスワードでログインしてください。',
    en: 'The identity service was left without a result. Try again, or sign in with your mail address and password.',
  },
  'identity-not-begun': {
    status: 409,
    title: 'Not begun in this browser',
    ja: 'この画面では認証を始めていないか、始めてから時間がたちました。もう一度ログインからお試しください。',
    en: 'This was not begun in this browser, or too long ago. Please begin again at the sign-in.',
  },
  'identity-not-proven': {
    status: 403,
    title: 'Identity not proven',
    ja: '認証サービスの返事を確かめられませんでした。安全のため中止しました。もう一度ログインからお試しください。',
    en: 'The answer of the identity service could not be verified, so we stopped. Please begin again at the sign-in.',
  },
  'identity-too-weak': {
    status: 403,
    title: 'Authentication too weak',
    ja: '認証の強さが足りません。マイナンバーカードなど、認証サービスが求める方法でもう一度お試しください。',
    en: 'The authentication was not strong enough. Try again with the way that the service asks for, such as a card.',
  },
  'identity-provider-away': {
    status: 503,
    title: 'Identity provider away',
    ja: '認証サービスにつながりません。しばらく待つか、メールアドレスとパスワードでログインしてください。',
    en: 'The identity service cannot be reached. Wait a while, or sign in with your mail address and password.',
  },
  'identity-unknown': {
    status: 404,
    title: 'Unknown identity provider',
    ja: 'この認証サービスは使えません。ほかの方法でログインしてください。',
    en: 'This identity service is not available. Please sign in another way.',
  },
  'identity-taken': {
    status: 409,
    title: 'Identity linked to another account',
    ja: 'この認証は別のアカウントにつながっています。先にそのアカウントでつながりを解除してください。',
    en: 'This identity is linked to another account. Unlink it there first.',
  },
  'identity-last': {
    status: 409,
    title: 'Last way to sign in',
    ja: 'これを解除するとログインできなくなります。先にパスワードを設定するか、別の認証サービスをつないでください。',
    en: 'Without it you could not sign in any more. Set a password or link another service first.',
  },
  'account-disabled': {
    status: 403,
    title: 'Account closed',
    ja: 'このアカウントは使えません。お心当たりのない場合は、お問い合わせください。',
    en: 'This account cannot be used. Contact us if you do not know why.',
  },
  'too-large': {
    status: 413,
    title: 'Too large',
    ja: '大きすぎます。{max_mb}MB以下にしてください。',
    en: 'Too large. At most {max_mb} MB.',
  },
  'media-type-not-accepted': {
    status: 415,
    title: 'Kind of file not accepted',
    ja: 'このファイルは受け付けられません。受け付けられる種類は{accepted}です。',
    en: 'This file is not accepted. Accepted kinds are {accepted}.',
  },
  'content-type-not-accepted': {
    status: 415,
    title: 'Content type not accepted',
    ja: 'この形式の送信は受け付けられません。',
    en: 'This content type is not accepted.',
  },
  'too-many-attempts': {
    status: 429,
    title: 'Too many attempts',
    ja: 'ログインの失敗が続いたため、しばらく受け付けられません。{minutes}分ほど待ってからお試しください。',
    en: 'Too many failed sign-ins. Wait about {minutes} minutes and try again.',
  },
  'too-many-mails': {
    status: 429,
    title: 'Too many mails',
    ja: '認証コードのメールは続けて送れません。{minutes}分ほど待ってからお試しください。',
    en: 'Codes cannot be sent one right after another. Wait about {minutes} minutes and try again.',
  },
  'storage-full': {
    status: 507,
    title: 'Storage full',
    ja: 'ファイルを保存できませんでした。時間をおいてもう一度お試しください。入力内容は保存されています。',
    en: 'The file could not be stored. Try again later. Your answers are kept.',
  },
  unavailable: {
    status: 503,
    title: 'Temporarily unavailable',
    ja: 'ただいま処理できません。少し待ってからもう一度お試しください。入力内容は失われていません。',
    en: 'We cannot answer right now. Wait a little and try again. Nothing you entered is lost.',
  },
  surprise: {
    status: 500,
    title: 'Internal error',
    ja: '処理中に問題が起きました。受付番号（{request_id}）を添えてお問い合わせください。',
    en: 'Something went wrong. Please contact us and quote {request_id}.',
  },
} as const satisfies Record<string, RefusalText>;

export type RefusalCode = keyof typeof refusalTexts;

export function refusalText(code: RefusalCode): RefusalText {
  return refusalTexts[code];
}
