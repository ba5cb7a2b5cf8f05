import { request } from './request.js';
import type { PublicStatistics, StatisticsView } from './types.js';

/** What stands in the address of the screen. */
export type StatisticsWanted = Readonly<Partial<Record<'procedure' | 'from' | 'to', string>>>;

export const statisticsQuery = (wanted: StatisticsWanted): string =>
  new URLSearchParams(Object.entries(wanted).filter(([, value]) => value !== '')).toString();

export const fetchStatistics = (wanted: StatisticsWanted): Promise<StatisticsView> =>
  request('GET', `/api/desk/statistics?${statisticsQuery(wanted)}`);

export const statisticsCsvAddress = ({ procedureId, from, to }: StatisticsView, table: string): string =>
  `/api/desk/statistics/csv?${statisticsQuery({ procedure: procedureId, from, to })}&table=${table}`;

export const fetchPublicStatistics = (procedureId: string): Promise<PublicStatistics> =>
  request('GET', `/api/procedures/${encodeURIComponent(procedureId)}/statistics`);
