import { csvText } from '../files/csv-text.js';
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

export function resultsCsv(rows: readonly BatchRowView[], language: Language): string {
  const lines = rows.map(({ number, subject, applicantName, stageTitle, code, text }) => [
    number,
    subject,
    applicantName,
    stageTitle,
    words[language][code === null ? 'none' : code === 'done' ? 'done' : 'refused'],
    code === 'done' ? '' : (text?.[language] ?? ''),
  ]);
  return csvText([titles[language], ...lines]);
}
