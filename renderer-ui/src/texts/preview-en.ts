import type { previewJa } from './preview-ja.js';

export const previewEn: typeof previewJa = {
  over: 'Before publication',
  nothing: 'This is shown before publication. What you enter is received by nobody and kept nowhere.',
  until: (at) => `The link works until ${at}.`,
  back: 'Previous page',
  next: 'Next page',
  end: 'This is the last page. In a real application you would now check your answers and submit them.',
  faults: (count) => `${count} ${count === 1 ? 'answer' : 'answers'} of this page to mend.`,
  gone: 'This link does not work',
  goneLead: 'It has expired or was ended. Ask whoever sent it to you.',
};
