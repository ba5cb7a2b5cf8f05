import { keepPreviousData, useQuery } from '../../api/query/index.js';
import { countExport, fetchExportOffer, fetchExports } from '../../api/exports.js';
import type { ExportContent, ExportList } from '../../api/types.js';

export const exportKeys = {
  list: ['desk', 'exports', 'list'],
  offer: (procedureId: string) => ['desk', 'exports', 'offer', procedureId],
  count: (content: ExportContent) => ['desk', 'exports', 'count', content],
} as const;

const LOOK_EVERY_MS = 1_500;

export function isUnderWay({ state }: ExportList['exports'][number]): boolean {
  return state === 'waiting' || state === 'running';
}

export const useExports = () =>
  useQuery({
    queryKey: exportKeys.list,
    queryFn: fetchExports,
    refetchInterval: ({ state: { data } }) => (data?.exports.some(isUnderWay) ? LOOK_EVERY_MS : false),
  });

export const useExportOffer = (procedureId: string) =>
  useQuery({
    queryKey: exportKeys.offer(procedureId),
    queryFn: () => fetchExportOffer(procedureId),
    placeholderData: keepPreviousData,
  });

export const useExportCount = (content: ExportContent) =>
  useQuery({
    // Columns and format make no other number.
    queryKey: exportKeys.count({
      ...content,
      columns: null,
      format: 'xlsx',
      headings: 'titles',
      choices: 'titles',
    }),
    queryFn: () => countExport(content),
    placeholderData: keepPreviousData,
  });
