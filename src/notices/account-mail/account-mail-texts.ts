import type { DocumentModel } from '#engine';
import type { Language } from '../../http/language.js';
import type { MandateMailKind } from './account-mail.entity.js';
import { isAboutMandate, mandateMailWords } from './mandate-mail-texts.js';

/** Minutes that a code can be used for. */
export const codeMinutes = 30;

export type CodePurpose = 'registration' | 'password-reset' | 'mail-change' | 'guest';

export interface MandateFacts {
  readonly principal: string;
  /** Name of the agent, or the address that was asked. */
  readonly agent: string;
  readonly title: string;
  /** Of the one application that it is about. */
  readonly number: string | null;
  /** `2026-05-31` */
  readonly endsOn: string;
}

export type AccountMailText =
  | ({ readonly kind: MandateMailKind } & MandateFacts)
  | { readonly kind: 'code'; readonly purpose: CodePurpose; readonly code: string }
  | { readonly kind: 'account-exists' | 'no-account' | 'mail-taken' }
  | { readonly kind: 'registered' | 'password-changed' | 'mail-changed' | 'account-closed' };

/** @param portal address of the portal, without a slash at its end */
export function writeAccountMail(what: AccountMailText, language: Language, portal: string): DocumentModel {
  const signIn = `${portal}/sign-in`;
  const { title, paragraphs } = isAboutMandate(what)
    ? mandateMailWords(what, language, signIn)
    : texts[language](what, signIn);
  return {
    title,
    layout: 'letter',
    head: {},
    blocks: paragraphs.map((text) => ({ kind: 'paragraph', text })),
  };
}

const purposes: Readonly<Record<CodePurpose, Readonly<Record<Language, string>>>> = {
  registration: { ja: '利用者登録', en: 'your registration' },
  'password-reset': { ja: 'パスワードの再設定', en: 'your new password' },
  'mail-change': { ja: 'メールアドレスの変更', en: 'your new mail address' },
  guest: { ja: '登録なしの申請', en: 'applying without an account' },
};

type PlainText = Exclude<AccountMailText, MandateFacts>;

export interface Words {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

const texts: Readonly<Record<Language, (what: PlainText, signIn: string) => Words>> = {
  ja: (what, signIn) => {
    switch (what.kind) {
      case 'code':
        return {
          title: `${purposes[what.purpose].ja}の認証コード`,
          paragraphs: [
            `${purposes[what.purpose].ja}の画面に、次の認証コードを入力してください。`,
            `認証コード：${what.code}`,
            `このコードは、このメールが届いてから${codeMinutes}分間、1回だけ使えます。`,
            'お心当たりのない場合は、このメールを削除してください。コードを人に教えないでください。',
          ],
        };
      case 'account-exists':
        return {
          title: '利用者登録のお申し込みについて',
          paragraphs: [
            'このメールアドレスでの利用者登録の申し込みがありましたが、すでに登録が済んでいます。新しい登録は必要ありません。',
            'ログインは次のアドレスから行えます。',
            signIn,
            'お心当たりのない場合は、このメールを削除してください。登録の内容は変わっていません。',
          ],
        };
      case 'registered':
        return {
          title: '利用者登録が完了しました',
          paragraphs: [
            '利用者登録が完了しました。利用者IDは、このメールアドレスです。',
            '次回からは、次のアドレスからログインしてください。',
            signIn,
          ],
        };
      case 'no-account':
        return {
          title: 'パスワードの再設定について',
          paragraphs: [
            'このメールアドレスでパスワードの再設定の申し込みがありましたが、このメールアドレスでは利用者登録がされていません。',
            'ほかのメールアドレスで登録していないかご確認ください。まだ登録していない方は、次のアドレスから新規登録ができます。',
            signIn,
            'お心当たりのない場合は、このメールを削除してください。',
          ],
        };
      case 'mail-taken':
        return {
          title: 'メールアドレスの変更について',
          paragraphs: [
            'メールアドレスをこのアドレスに変更する申し込みがありましたが、このアドレスはすでに別の登録で使われているため、変更できません。',
            'お心当たりのない場合は、このメールを削除してください。登録の内容は変わっていません。',
          ],
        };
      case 'password-changed':
        return {
          title: 'パスワードが変更されました',
          paragraphs: [
            'パスワードが変更され、ほかの端末でのログインはすべて終了しました。',
            'お心当たりのない場合は、次のアドレスの「パスワードをお忘れの方」から、すぐにパスワードを設定し直してください。',
            signIn,
          ],
        };
      case 'mail-changed':
        return {
          title: 'メールアドレスが変更されました',
          paragraphs: [
            '登録されているメールアドレス（利用者ID）が変更されました。これからのご連絡は、新しいメールアドレスにお送りします。',
            'お心当たりのない場合は、すぐに窓口までご連絡ください。',
          ],
        };
      case 'account-closed':
        return {
          title: '退会の手続きが完了しました',
          paragraphs: [
            '退会の手続きが完了し、利用者情報と入力中の下書きを削除しました。',
            '提出済みの申請は、定められた期間、担当部署で保存されます。',
            'またご利用になるときは、あらためて利用者登録をしてください。',
          ],
        };
    }
  },
  en: (what, signIn) => {
    switch (what.kind) {
      case 'code':
        return {
          title: `Code for ${purposes[what.purpose].en}`,
          paragraphs: [
            `Please enter this code on the page for ${purposes[what.purpose].en}.`,
            `Code: ${what.code}`,
            `It can be used once, within ${codeMinutes} minutes of this mail.`,
            'If you did not ask for it, delete this mail. Do not tell the code to anybody.',
          ],
        };
      case 'account-exists':
        return {
          title: 'About your registration',
          paragraphs: [
            'Somebody asked to register this mail address, but it is registered already. Nothing more is needed.',
            'You can sign in here:',
            signIn,
            'If it was not you, delete this mail. Nothing about your account has changed.',
          ],
        };
      case 'registered':
        return {
          title: 'You are registered',
          paragraphs: [
            'Your registration is complete. You sign in with this mail address.',
            'From now on, sign in here:',
            signIn,
          ],
        };
      case 'no-account':
        return {
          title: 'About your new password',
          paragraphs: [
            'Somebody asked for a new password with this mail address, but no account is registered with it.',
            'You may have registered with another address. If you have not registered yet, you can do so here:',
            signIn,
            'If it was not you, delete this mail.',
          ],
        };
      case 'mail-taken':
        return {
          title: 'About the change of your mail address',
          paragraphs: [
            'Somebody asked to use this mail address for an account, but another account uses it already. It cannot be changed to this address.',
            'If it was not you, delete this mail. Nothing about your account has changed.',
          ],
        };
      case 'password-changed':
        return {
          title: 'Your password was changed',
          paragraphs: [
            'Your password was changed, and all other devices were signed out.',
            'If it was not you, set a new password at once through “Forgot your password?”:',
            signIn,
          ],
        };
      case 'mail-changed':
        return {
          title: 'Your mail address was changed',
          paragraphs: [
            'The mail address (user id) of your account was changed. From now on we write to the new address.',
            'If it was not you, contact us at once.',
          ],
        };
      case 'account-closed':
        return {
          title: 'Your account is closed',
          paragraphs: [
            'Your account is closed. Your details and your drafts were deleted.',
            'Applications you submitted stay with the office for the period laid down.',
            'To use this site again, please register anew.',
          ],
        };
    }
  },
};
