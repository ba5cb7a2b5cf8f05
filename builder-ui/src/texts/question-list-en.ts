import type { questionListJa } from './question-list-ja.js';

const questions = (count: number): string => (count === 1 ? '1 question' : `${count} questions`);

export const questionListEn: typeof questionListJa = {
  open: 'Add many',
  title: 'Add many questions',
  lead: 'Paste the questions of a paper form or a spreadsheet, or write them, one a line. Their kinds are told from the words; correct them in the list of what was understood.',
  rules: [
    'The name of a page stands in 【 】.',
    'Write 必須 behind a question that must be answered.',
    'Write choices behind a colon: 業種：飲食／小売. Where several may be chosen: 曜日（いくつでも）：月／火／水.',
    'A table with as many rows as somebody needs: 設備（くり返し）, and below it its columns, indented or behind ・.',
  ],
  list: 'Questions, one a line',
  keys: 'Ctrl+Enter adds them.',
  understood: (count) => `${questions(count)} understood`,
  nothing: 'There are no questions yet.',
  kindOf: (title) => `Kind of “${title}”`,
  requiredOf: (title) => `“${title}” is required`,
  required: 'Required',
  inner: '(within the repeat)',
  page: 'Page',
  add: (count) => `Add ${questions(count)}`,
  addNone: 'Add',
  cancel: 'Cancel',
  words: (count) => `${questions(count)} added`,
  added: (count) => `${questions(count)} added.`,
};
