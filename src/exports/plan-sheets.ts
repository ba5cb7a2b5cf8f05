import type { Language } from '../http/language.js';
import type { Cell } from './cell.js';
import type { ExportContent } from './export.dto.js';
import { columnCatalogue, type ExportColumn, type NumberedVersion, rowColumns } from './export-columns.js';
import type { WantedSheet } from './tables/table-writer.js';

export interface PlannedSheet extends WantedSheet {
  /** Of a repeat; null for the applications. */
  readonly path: string | null;
  /** Its columns, without number and row that a repeat begins with. */
  readonly own: readonly ExportColumn[];
  /** Of all of them, in their places. */
  readonly keys: readonly string[];
}

/** The sheets that a table is made of: those of which a column is wanted, in the order of the columns. */
export function planSheets(
  versions: readonly NumberedVersion[],
  content: ExportContent,
  language: Language,
): readonly PlannedSheet[] {
  const { columns, sheets } = columnCatalogue(versions, language);
  const byKey = new Map(columns.map((column) => [column.key, column]));
  const wanted = content.columns?.flatMap((key) => byKey.get(key) ?? []) ?? columns;
  return sheets.flatMap(({ path, title }): PlannedSheet[] => {
    const own = wanted.filter(({ sheet }) => sheet === path);
    if (own.length === 0) return [];
    const before = rowColumns.map(([key, ja, en]) => ({ key, title: language === 'ja' ? ja : en }));
    const all = path === null ? own : [...before, ...own];
    return [
      {
        path,
        title,
        file: path ?? 'applications',
        own,
        keys: all.map(({ key }) => key),
        headings: all.map((column) => (content.headings === 'keys' ? column.key : column.title)),
      },
    ];
  });
}

const words = {
  ja: { title: '列の説明', headings: ['キー', '見出し', 'シート', '最初の版', '最後の版'] },
  en: { title: 'Columns', headings: ['Key', 'Heading', 'Sheet', 'First version', 'Last version'] },
} as const;

/** What the columns are, for whoever gets the table without us. */
export function sheetOfColumns(
  sheets: readonly PlannedSheet[],
  language: Language,
): { readonly sheet: WantedSheet; readonly lines: readonly (readonly Cell[])[] } {
  return {
    sheet: { file: 'columns', ...words[language] },
    lines: sheets.flatMap(({ title, own }) =>
      own.map((column) => [column.key, column.title, title, column.from, column.to]),
    ),
  };
}
