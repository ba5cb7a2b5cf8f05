import type { Bilingual } from '../http/refusal.js';
import type { PasswordFault } from './password/judge-password.js';

export const profileTitles = {
  name: { ja: '氏名', en: 'Name' },
  name_kana: { ja: '氏名（カナ）', en: 'Name in katakana' },
  sex: { ja: '性別', en: 'Sex' },
  birth_date: { ja: '生年月日', en: 'Date of birth' },
  corporate_number: { ja: '法人番号', en: 'Corporate number' },
  postal: { ja: '郵便番号', en: 'Postal code' },
  address: { ja: '住所', en: 'Address' },
  representative_name: { ja: '代表者名', en: 'Representative' },
  representative_kana: { ja: '代表者名（カナ）', en: 'Representative in katakana' },
  department: { ja: '担当部署', en: 'Department' },
  contact_name: { ja: '担当者名', en: 'Contact person' },
  contact_birth_date: { ja: '担当者の生年月日', en: 'Date of birth of the contact person' },
  phone: { ja: '電話番号', en: 'Phone number' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** Where a business is asked in other words. */
export const businessTitles: Readonly<Partial<Record<keyof typeof profileTitles, Bilingual>>> = {
  name: { ja: '法人名・事業者名', en: 'Name of the business' },
  address: { ja: '所在地', en: 'Address of the business' },
  phone: { ja: '連絡先電話番号', en: 'Phone number' },
};

/** Fault or format → the cure. */
export const profileSentences: Readonly<Record<string, Bilingual>> & { readonly missing: Bilingual } = {
  missing: { ja: '{title}を入力してください。', en: '{title}: please fill in.' },
  'too-long': { ja: '{title}が長すぎます。短くしてください。', en: '{title}: this is too long. Shorten it.' },
  'not-past': {
    ja: '{title}は、今日より前の日付を入力してください。',
    en: '{title}: enter a day before today.',
  },
  date: {
    ja: '{title}は、実際にある日付を年・月・日で入力してください。',
    en: '{title}: enter a real date.',
  },
  kana: {
    ja: '{title}は、カタカナで入力してください（例：オオサカ　タロウ）。',
    en: '{title}: enter katakana.',
  },
  'postal-jp': {
    ja: '{title}は、7桁の数字で入力してください（例：5400008）。',
    en: '{title}: enter 7 digits (for example 5400008).',
  },
  'tel-jp': {
    ja: '{title}は、0から始まる10桁か11桁の数字で入力してください（例：0669410351）。',
    en: '{title}: enter 10 or 11 digits that begin with 0.',
  },
  'corporate-number': {
    ja: '{title}は13桁の数字です。国税庁の通知書と見比べてください。',
    en: '{title}: compare the 13 digits with the notice of the National Tax Agency.',
  },
};

export const passwordSentences: Readonly<Record<PasswordFault | 'differs', Bilingual>> = {
  missing: { ja: 'パスワードを入力してください。', en: 'Please enter a password.' },
  'not-half-width': {
    ja: 'パスワードは、半角の英字・数字・記号だけで入力してください。空白は使えません。',
    en: 'Use half-width letters, digits and signs alone for the password, without spaces.',
  },
  'too-short': { ja: 'パスワードは、8文字以上にしてください。', en: 'Use at least 8 characters.' },
  'too-uniform': {
    ja: 'パスワードは、英大文字・英小文字・数字・記号のうち2種類以上を組み合わせてください。',
    en: 'Use at least two of these: capital letters, small letters, digits, signs.',
  },
  'easily-guessed': {
    ja: 'このパスワードは推測されやすいため使えません。別のものにしてください。',
    en: 'This password is easily guessed. Choose another one.',
  },
  differs: {
    ja: 'パスワードが、確認のための入力と違います。同じものを入力してください。',
    en: 'The two passwords differ. Enter the same one twice.',
  },
};

export const currentPasswordSentences = {
  missing: { ja: 'いまのパスワードを入力してください。', en: 'Please enter your present password.' },
  wrong: { ja: 'いまのパスワードが違います。', en: 'This is not your present password.' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export const mailSentences = {
  'wrong-format': {
    ja: 'メールアドレスの形で入力してください（例：taro@example.jp）。',
    en: 'Enter an e-mail address (for example taro@example.jp).',
  },
  differs: {
    ja: 'メールアドレスが、確認のための入力と違います。同じものを入力してください。',
    en: 'The two addresses differ. Enter the same one twice.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;
