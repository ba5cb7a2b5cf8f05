import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { type Cell } from '../cell.js';
import { csvLine } from './csv-line.js';
import { toShiftJis } from './shift-jis.js';
import type { CellFault, TableWriter, WantedSheet } from './table-writer.js';
import { zipOf } from './zip-of.js';

interface OpenTable {
  readonly name: string;
  readonly path: string;
  readonly file: FileHandle;
}

/** CSV files; where there are several, in a ZIP. UTF-8 begins with a mark, by which spreadsheets know it. */
export class CsvTables implements TableWriter {
  private constructor(
    private readonly tables: readonly OpenTable[],
    private readonly encoding: 'utf-8' | 'shift_jis',
  ) {}

  static async open(
    folder: string,
    sheets: readonly WantedSheet[],
    encoding: 'utf-8' | 'shift_jis',
  ): Promise<CsvTables> {
    const tables: OpenTable[] = [];
    const writer = new CsvTables(tables, encoding);
    for (const [index, { file, headings }] of sheets.entries()) {
      const path = join(folder, `${index}.csv`);
      tables.push({ name: `${file}.csv`, path, file: await open(path, 'wx', 0o600) });
      if (encoding === 'utf-8') await tables[index]?.file.write('\u{FEFF}');
      await writer.add(index, [headings]);
    }
    return writer;
  }

  async add(sheet: number, lines: readonly (readonly Cell[])[]): Promise<readonly (readonly CellFault[])[]> {
    const table = this.tables[sheet];
    if (!table) throw new RangeError(`No sheet ${sheet}`);
    const text = lines.map(csvLine);
    if (this.encoding === 'utf-8') {
      await table.file.write(text.join(''));
      return lines.map(() => []);
    }
    const encoded = text.map(toShiftJis);
    await table.file.write(Buffer.concat(encoded.map(({ bytes }) => bytes)));
    return lines.map((cells, index) => (encoded[index]?.unmapped.length ? unmappedIn(cells) : []));
  }

  async finish(): ReturnType<TableWriter['finish']> {
    await this.close();
    const [first] = this.tables;
    if (this.tables.length === 1 && first) return { content: createReadStream(first.path), ending: 'csv' };
    return { content: zipOf(this.tables), ending: 'zip' };
  }

  async close(): Promise<void> {
    for (const { file } of this.tables) await file.close().catch(() => undefined);
  }
}

function unmappedIn(cells: readonly Cell[]): readonly CellFault[] {
  return cells.flatMap((cell, column): CellFault[] => {
    if (typeof cell !== 'string') return [];
    const { unmapped } = toShiftJis(cell);
    return unmapped.length === 0 ? [] : [{ column, kind: 'unmappable', text: unmapped.join('') }];
  });
}
