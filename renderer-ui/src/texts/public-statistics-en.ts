import type { publicStatisticsJa } from './public-statistics-ja.js';

const n = (count: number): string => count.toLocaleString('en');

export const publicStatisticsEn: typeof publicStatisticsJa = {
  title: 'How applications are getting on',
  lead: 'Applications that have arrived, and those that have been decided and completed. This page renews itself.',
  arrived: 'Arrived',
  decided: 'Decided',
  count: (count) => (count === null ? 'fewer than 5' : n(count)),
  share: (share) => `${share}% of what arrived`,
  median: 'Days until the decision (median)',
  medianValue: (days, clock) =>
    `${n(days)} ${clock === 'working' ? 'working ' : ''}${days === 1 ? 'day' : 'days'}`,
  medianNone: 'Shown once five applications have been decided.',
  medianHelp: 'Half of the applications were decided within as many days, without the days of corrections.',
  standard: 'Standard processing period',
  asOf: (at) => `As of ${at}`,
  small: 'So that nobody can be recognised, numbers from 1 to 4 are shown as “fewer than 5”.',
  back: 'Back to the procedure',
};
