import { civilDateInJapan, eraDate } from '#engine';
import type { Language } from '../http/language.js';

/** What the papers say in both languages. Words of the procedure come from the procedure. */
export const paperWords = {
  ja: {
    receipt: '申請の受付票',
    correctionReceipt: '補正の受付票',
    answers: '申請内容の控え',
    to: (name: string) => `${name}　様`,
    received: '次の申請を、下記の日時に受け付けました。',
    correctionReceived: '次の申請の補正を、下記の日時に受け付けました。',
    item: '項目',
    content: '内容',
    question: '質問',
    answer: '回答',
    number: '申込番号',
    procedure: '手続',
    subject: '対象',
    applicant: '申請者',
    at: '到達日時',
    version: '手続の版',
    versionOf: (number: number, hash: string) => `第${number}版（${hash.slice(0, 12)}）`,
    submission: '提出',
    nth: (n: number) => (n === 1 ? '最初の提出' : `補正 ${n - 1}回目`),
    answersHash: '申請内容の SHA-256',
    files: (count: number) => `添付ファイル（${count}件）`,
    noFiles: '添付ファイルはありません。',
    file: 'ファイル',
    size: '大きさ',
    bytes: (count: string) => `${count} バイト`,
    row: (number: number) => `${number}件目`,
    none: '未入力',
    note: [
      'この受付票は、申請が届いたことを示すものです。審査の結果を示すものではありません。',
      'SHA-256 は、内容が少しでも変わると別の値になる、内容ごとの番号です。お手元のファイルの SHA-256 がこの表と同じであれば、届いたファイルと同じ内容です。',
    ],
    answersNote: 'この控えは、届いた申請の内容をそのまま写したものです。',
    contact: (name: string, phone: string) => `お問い合わせ　${name}　電話 ${phone}`,
  },
  en: {
    receipt: 'Receipt of an application',
    correctionReceipt: 'Receipt of a correction',
    answers: 'Copy of the application',
    to: (name: string) => name,
    received: 'We have received the following application.',
    correctionReceived: 'We have received a correction of the following application.',
    item: 'Item',
    content: 'Content',
    question: 'Question',
    answer: 'Answer',
    number: 'Application number',
    procedure: 'Procedure',
    subject: 'Subject',
    applicant: 'Applicant',
    at: 'Time of arrival',
    version: 'Version of the procedure',
    versionOf: (number: number, hash: string) => `No. ${number} (${hash.slice(0, 12)})`,
    submission: 'Submission',
    nth: (n: number) => (n === 1 ? 'First submission' : `Correction no. ${n - 1}`),
    answersHash: 'SHA-256 of the answers',
    files: (count: number) => `Files (${count})`,
    noFiles: 'There are no files.',
    file: 'File',
    size: 'Size',
    bytes: (count: string) => `${count} bytes`,
    row: (number: number) => `No. ${number}`,
    none: 'not answered',
    note: [
      'This receipt shows that the application has arrived. It says nothing of the result of the review.',
      'A SHA-256 is a number that belongs to one content alone. If that of your file is the same as in this list, it is the very file that arrived.',
    ],
    answersNote: 'This is the application as it arrived.',
    contact: (name: string, phone: string) => `Contact: ${name}, phone ${phone}`,
  },
} satisfies Record<Language, unknown>;

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** 令和3年11月5日 10時00分05秒（日本時間）, 5 November 2021, 10:00:05 (Japan Standard Time). */
export function exactTime(at: Date, language: Language): string {
  const date = civilDateInJapan(at.toISOString());
  const [hour = '', minute = '', second = ''] = new Date(at.getTime() + 9 * 3_600_000)
    .toISOString()
    .slice(11, 19)
    .split(':');
  if (language === 'ja') return `${eraDate(date)} ${hour}時${minute}分${second}秒（日本時間）`;
  const [year, month, day] = date.split('-').map(Number);
  return `${day} ${MONTHS[(month ?? 1) - 1]} ${year}, ${hour}:${minute}:${second} (Japan Standard Time)`;
}
