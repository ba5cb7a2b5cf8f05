import type { ExportContent } from '../../../src/exports/export.dto.js';

/** Everything that 第9期 協力金 has, as a workbook. */
export const wholeExport: ExportContent = {
  procedureId: 'jitan-9',
  columns: null,
  stages: [],
  state: 'all',
  arrivedFrom: null,
  arrivedTo: null,
  only: [],
  format: 'xlsx',
  headings: 'titles',
  choices: 'titles',
};
