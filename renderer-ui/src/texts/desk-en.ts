import { deskCaseEn } from './desk-case-en.js';
import { deskActionEn } from './desk-action-en.js';
import { deskAbsenceEn } from './desk-absence-en.js';
import type { deskJa } from './desk-ja.js';
import { days } from './english-counts.js';
import { queueEn, searchEn } from './queue-en.js';

export const deskEn: typeof deskJa = {
  product: 'Review desk',
  furtherPlaces: 'More',
  batches: 'Many at once',
  payments: 'Payments',
  signs: {
    colon: ': ',
    aside: (words) => ` (${words})`,
    list: ', ',
    also: ' · ',
  },
  signIn: {
    title: 'Staff sign-in',
    lead: 'Enter your staff ID and password.',
    login: 'Staff ID',
    password: 'Password',
    submit: 'Sign in',
    loginMissing: 'Enter your staff ID.',
    passwordMissing: 'Enter your password.',
    demoTitle: 'Staff accounts to try',
    demoLead: 'This is a demonstration. Choosing an account fills in its staff ID and password above.',
    applicantHere: 'You are signed in as an applicant. Sign in as staff to use the review desk.',
    expired: 'Your sign-in has expired. Sign in again to return to where you were.',
    signOut: 'Sign out',
  },
  search: searchEn,
  queue: queueEn,
  due: {
    none: 'No due date',
    overdue: (count) => `${days(count)} overdue`,
    today: 'Due today',
    left: (count) => `${days(count)} left`,
  },
  keys: {
    title: 'Keyboard',
    open: 'Keyboard shortcuts',
    enabled: 'Use single-letter shortcuts',
    enabledHelp: 'Switch off if speech input triggers them by accident. Kept on this device.',
    inQueue: 'In a list',
    inApplication: 'While viewing an application',
    anywhere: 'Anywhere',
    list: {
      down: 'Next row',
      up: 'Previous row',
      enter: 'Open the application',
      select: 'Select the row, or not',
      selectTo: 'Select from the row before to here',
      actOnSelected: 'Go to what is done with the selected',
      claim: 'Take it',
      search: 'Go to search',
      help: 'Open this list',
      next: 'Next case',
      back: 'Back to the list',
      act: 'Go to the actions',
      cross: 'To the state of the review, and back',
      escape: 'Close the file',
    },
  },
  offline: 'The server cannot be reached. What you typed is kept. Please try again shortly.',
  requestId: (id) => `Reference: ${id}`,
  ...deskCaseEn,
  ...deskActionEn,
  ...deskAbsenceEn,
};
