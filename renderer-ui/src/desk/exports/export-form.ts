import type { ExportContent } from '../../api/types.js';

export const STATES = ['all', 'open', 'ended'] as const;
export const FORMATS = ['xlsx', 'csv-utf8', 'csv-sjis'] as const;
export const FILTERS = ['unassigned', 'overdue', 'warnings', 'returned', 'messages'] as const;
export const HEADINGS = ['titles', 'keys'] as const;
export const CHOICES = ['titles', 'codes'] as const;

export function firstContent(procedureId: string): ExportContent {
  return {
    procedureId,
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
}

/** The list with the value, or without it; in the order of all there are. */
export function toggled<T>(all: readonly T[], chosen: readonly T[], value: T, on: boolean): T[] {
  return all.filter((one) => (one === value ? on : chosen.includes(one)));
}

export function isOutOfOrder({ arrivedFrom, arrivedTo }: ExportContent): boolean {
  return arrivedFrom !== null && arrivedTo !== null && arrivedTo < arrivedFrom;
}
