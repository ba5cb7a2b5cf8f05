import type { uiJa } from './ui-ja.js';

export const uiEn: typeof uiJa = {
  skipToContent: 'Skip to content',
  language: 'Language',
  languageNames: { ja: '日本語', en: 'English' },
  menu: 'Menu',
  close: 'Close',
  loading: 'Loading',
  required: '(required)',
  errorMark: '* ',
  errorSummary: (count) => (count === 1 ? 'There is 1 mistake' : `There are ${count} mistakes`),
  stepsReached: (total, reached) => `${total} steps, reached step ${reached}`,
  stepOf: (step, total) => `Step ${step} of ${total}`,
  allSteps: 'All steps',
  stepStates: { done: 'Complete', current: 'In progress', attention: 'Needs attention', todo: 'Not started' },
  tones: { info: 'Notice', warning: 'Please check', error: 'Error', success: 'Done' },
  broken: {
    title: 'This page could not be shown',
    cure: 'This screen is out of date. Please reload the page.',
    reload: 'Reload the page',
  },
  opensInNewTab: 'opens in a new tab',
  bytes: (count) => `${count.toLocaleString('en-GB')} bytes`,
  pageTitle: (title, site) => `${title} | ${site}`,
};
