import type { DocumentModel } from '#engine';
import type { Language } from '../../http/language.js';

/** Minutes that a code can be used for. */
export const codeMinutes = 30;

export type AccountMailText =
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'account-exists' }
  | { readonly kind: 'registered' };

/** @param portal address of the portal, without a slash at its end */
export function writeAccountMail(what: AccountMailText, language: Language, portal: string): DocumentModel {
  const { title, paragraphs } = texts[language](what, `${portal}/sign-in`);
  return {
    title,
    layout: 'letter',
    head: {},
    blocks: paragraphs.map((text) => ({ kind: 'paragraph', text })),
  };
}

interface Words {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

const texts: Readonly<Record<Language, (what: AccountMailText, signIn: string) => Words>> = {
  ja: (what, signIn) => {
    switch (what.kind) {
      case 'code':
        return {
          title: '利用者登録の認証コード',
          paragraphs: [
            '利用者登録の画面に、次の認証コードを入力してください。',
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
    }
  },
  en: (what, signIn) => {
    switch (what.kind) {
      case 'code':
        return {
          title: 'Code for your registration',
          paragraphs: [
            'Please enter this code on the registration page.',
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
    }
  },
};
