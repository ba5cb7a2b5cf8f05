import type { reportsJa } from './reports-ja.js';

export const reportsEn: typeof reportsJa = {
  link: 'Reports',
  nav: 'Statistics and exports',
  statistics: 'Statistics',
  exports: 'Export applications',
  log: 'Audit log',
  exported: 'in a table that was made',
};
