import { shownFileName } from '../files/file-name.js';
import { inLanguage } from '../procedures/in-language.js';
import { momentCell } from './cell.js';
import type { NumberedVersion } from './export-columns.js';
import type { TakenExport } from './make-export.js';

/** 第9期協力金_月次_20261122-0930.xlsx */
export function exportFileName(
  versions: readonly NumberedVersion[],
  { title, language, requestedAt }: TakenExport,
  ending: string,
): string {
  const newest = versions.at(-1);
  const procedure = newest && inLanguage(newest.version, language).procedure.info.title;
  const at = momentCell(requestedAt);
  const digits = (typeof at === 'object' && at !== null && 'at' in at ? at.at : '').replaceAll(/\D/g, '');
  const stamp = `${digits.slice(0, 8)}-${digits.slice(8, 12)}`;
  return shownFileName([procedure, title, stamp].filter((part) => part).join('_') + `.${ending}`);
}
