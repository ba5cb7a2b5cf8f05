import type { basicsJa } from './basics-ja.js';

export const basicsEn: typeof basicsJa = {
  lead: 'What holds for the procedure as a whole: its name, window, office and law.',
  unreadable: 'The basics (procedure.json) cannot be read as JSON',
  unreadableLead: 'The list of problems leads to the slip of the pen.',
  sections: {
    what: 'Name and guidance',
    acceptance: 'Acceptance',
    office: 'Office and numbers',
    law: 'Law and review',
    reading: 'Headline, colour, questions',
  },
  usually: {
    delegation: 'Applicants may let an agent act for them',
    statistics: 'Show how many applied, were decided and paid',
  },
  changed: (what: string) => `${what} changed`,
  once: 'Only one living application for each value',
  onceKey: 'What tells applications apart',
  onceMessage: '同じ内容の申請が、もう出されています。',
  waysOf: (label: string) => `How “${label}” is found`,
  byAnswer: 'Choose a question',
  byFormula: 'Write a formula',
  windowWay: 'How it opens',
  windowOnce: 'Once, from one moment to another',
  windowYearly: 'Every year, from one day of the year to another',
  yearly: { opens: 'Opens every year on', closes: 'Closes every year on' },
  month: 'Month',
  monthName: (month: number) =>
    new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, month - 1)),
  day: 'Day',
  time: 'Time',
  chooseAnswer: 'Choose a question',
};
