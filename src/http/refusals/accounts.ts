import type { RefusalText } from './refusal-text.js';

/** About accounts, guests, mail addresses and outside identity providers. */
export const accountsRefusals = {
  'too-many-sites': {
    status: 409,
    title: 'Too many saved sites',
    ja: '店舗台帳に登録できるのは{max}件までです。使わないものを削除してから登録してください。',
    en: 'At most {max} places can be saved. Remove some that you no longer need first.',
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
    en: 'The e-mail address has not been confirmed yet. Please enter the code.',
  },
  'mail-already-registered': {
    status: 409,
    title: 'Mail address already registered',
    ja: 'このメールアドレスの登録は完了しています。ログインしてください。',
    en: 'This e-mail address is registered already. Please sign in.',
  },
  'password-reset-not-begun': {
    status: 409,
    title: 'Password reset not begun',
    ja: 'パスワードの再設定が途中で切れました。メールアドレスの入力からやり直してください。',
    en: 'This reset has ended. Please begin again with your e-mail address.',
  },
  'mail-change-not-begun': {
    status: 409,
    title: 'Change of e-mail address not begun',
    ja: 'メールアドレスの変更が途中で切れました。新しいメールアドレスの入力からやり直してください。',
    en: 'This change has ended. Please begin again with the new e-mail address.',
  },
  'mail-taken': {
    status: 409,
    title: 'Mail address in use',
    ja: 'このメールアドレスは、ほかの登録で使われています。別のメールアドレスを入力してください。',
    en: 'Another account uses this e-mail address. Enter another one.',
  },
  'applicant-exists': {
    status: 409,
    title: 'Registered as both already',
    ja: '個人としても事業者としても、すでに登録されています。',
    en: 'You are registered as a person and as a business already.',
  },
  'account-in-use': {
    status: 409,
    title: 'Account in use',
    ja: '審査の終わっていない申請が{count}件あるため、退会できません。結果が出るのを待つか、申請を取り下げてから退会してください。',
    en: 'You cannot close your account while {count} of your applications are open. Wait for the decision, or withdraw them first.',
  },
  'code-wrong': {
    status: 422,
    title: 'Wrong code',
    ja: '認証コードが違います。メールに書かれた6桁の数字を入力してください（あと{left}回）。',
    en: 'The code is wrong. Enter the six digits of the mail ({left} more tries).',
  },
  'guest-elsewhere': {
    status: 403,
    title: 'Guest of another procedure',
    ja: '登録なしの申請は、手続きごとに始めます。いったん「終了する」を押してから、この手続きをはじめてください。',
    en: 'Without an account, each procedure is started by itself. Choose “Leave”, then start this procedure.',
  },
  'look-up-failed': {
    status: 422,
    title: 'No such application',
    ja: '申込番号か確認用パスワードが違います。確認用パスワードがわからないときは、メールアドレスで確かめる方法をお使いください。',
    en: 'The application number or the secret is wrong. If you no longer know the secret, use your e-mail address instead.',
  },
  'code-spent': {
    status: 422,
    title: 'Code no longer valid',
    ja: 'この認証コードは使えなくなりました。「認証コードを送り直す」から、新しいコードを受け取ってください。',
    en: 'This code can no longer be used. Have a new one sent.',
  },
  'identity-denied': {
    status: 403,
    title: 'Denied at the identity provider',
    ja: '認証サービスでの手続きが中止されました。もう一度お試しになるか、メールアドレスとパスワードでログインしてください。',
    en: 'The identity service was left without a result. Try again, or sign in with your e-mail address and password.',
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
    en: 'The identity service cannot be reached. Wait a while, or sign in with your e-mail address and password.',
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
} as const satisfies Record<string, RefusalText>;
