import type { Language } from '../http/language.js';
import type { BatchRowView } from './batch.dto.js';

const titles: Readonly<Record<Language, readonly string[]>> = {
  ja: ['申込番号', '対象', '申請者', 'いまの段階', '結果', '説明'],
  en: ['Number', 'Subject', 'Applicant', 'Present stage', 'Result', 'Explanation'],
};
const words: Readonly<Record<Language, Readonly<Record<'done' | 'refused' | 'none', string>>>> = {
  ja: { done: '実行', refused: '不可', none: '' },
  en: { done: 'done', refused: 'refused', none: '' },
};

/** UTF-8 with mark, so that a spreadsheet reads it as such; CRLF as RFC 4180 has it. */
export function resultsCsv(rows: readonly BatchRowView[], language: Language): string {
  const lines = rows.map(({ number, subject, applicantName, stageTitle, code, text }) => [
    number,
    subject,
    applicantName,
    stageTitle,
    words[language][code === null ? 'none' : code === 'done' ? 'done' : 'refused'],
    code === 'done' ? '' : (text?.[language] ?? ''),
  ]);
  const text = [titles[language], ...lines].map((line) => `${line.map(csvCell).join(',')}\r\n`).join('');
  return `\u{FEFF}${text}`;
}

/** A text that a spreadsheet would take for a formula gets a quote before it. */
export function csvCell(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
