import type { visitsJa } from './visits-ja.js';

export const visitsEn: typeof visitsJa = {
  title: 'Visit on site',
  time: (day, from, to) => `${day}, ${from}–${to}`,
  place: 'Place',
  lead: 'An official would come at one of these times (Japan time). Please choose the one that suits you.',
  choose: 'Time of the visit',
  none: 'None of these fits',
  note: 'Days or times that suit you (optional)',
  send: 'Agree on this time',
  sendNone: 'Tell the office',
  missing: 'Choose a time, or “None of these fits”.',
  chosen: 'The time of the visit is agreed.',
  told: 'The office knows that none of the times fits. It will write to you.',
  planned: 'An official comes at this time.',
  calendar: 'Add to your calendar (.ics file)',
  change: 'If it no longer suits you, please write a message.',
  states: { planned: 'Planned', done: 'Done', cancelled: 'Cancelled' },
  happened: {
    'visit-proposed': 'Times for a visit were offered',
    'visit-chosen': 'You chose the time of the visit',
    'visit-none-fits': 'You told the office that no time fits',
    'visit-planned': 'The time of the visit was agreed',
    'visit-moved': 'The time of the visit has changed',
    'visit-cancelled': 'The visit was cancelled',
    'visit-done': 'The visit took place',
  },
};
