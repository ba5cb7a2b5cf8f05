import { request } from './request.js';
import type {
  ExportContent,
  ExportCount,
  ExportFaults,
  ExportList,
  ExportOffer,
  ExportRequest,
  ExportView,
  SaveDefinitionRequest,
} from './types.js';

const at = (id: string): string => `/api/desk/exports/${encodeURIComponent(id)}`;

export const fetchExports = (): Promise<ExportList> => request('GET', '/api/desk/exports');

export const fetchExportOffer = (procedureId: string): Promise<ExportOffer> =>
  request('GET', `/api/desk/exports/columns/${encodeURIComponent(procedureId)}`);

export const countExport = (content: ExportContent): Promise<ExportCount> =>
  request('POST', '/api/desk/exports/count', { content });

export const requestExport = (wanted: ExportRequest): Promise<ExportView> =>
  request('POST', '/api/desk/exports', wanted);

export const cancelExport = (id: string): Promise<ExportView> => request('POST', `${at(id)}/cancel`);

export const fetchExportFaults = (id: string): Promise<ExportFaults> => request('GET', `${at(id)}/faults`);

export const exportFileAddress = (id: string): string => `${at(id)}/file`;

export const saveExportDefinition = (definition: SaveDefinitionRequest): Promise<ExportList> =>
  request('POST', '/api/desk/export-definitions', definition);

export const removeExportDefinition = (id: string): Promise<ExportList> =>
  request('DELETE', `/api/desk/export-definitions/${encodeURIComponent(id)}`);
