import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Cell } from '../cell.js';
import type { CellFault, TableWriter, WantedSheet } from './table-writer.js';
import { columnName, sheetHead, sheetTail, styles, workbookParts, xmlText } from './workbook-parts.js';
import { zipOf } from './zip-of.js';

/** Characters that are gathered before they are written: many small pieces of text at once cost far more than they hold. */
const mostGathered = 65_536;
/** Of a sheet, and of a cell, in Excel. */
const mostLines = 1_048_576;
const mostCharacters = 32_767;
const dayMs = 86_400_000;
/** Excel counts days from here, as if 1900 had been a leap year; before 1 March 1900 it counts wrong. */
const dayZero = Date.UTC(1899, 11, 30);
const firstDay = '1900-03-01';

interface OpenSheet {
  readonly title: string;
  readonly path: string;
  readonly file: FileHandle;
  lines: number;
}

interface SheetPlace {
  readonly wanted: WantedSheet;
  readonly columns: readonly string[];
  /** One, and further ones where a sheet is full. */
  readonly parts: OpenSheet[];
}

/**
 * An Excel workbook (Office Open XML). Texts are texts and never formulas, also after somebody edits them; numbers, days
 * and moments are what they are. Its sheets are written to the disk as they come.
 */
export class Workbook implements TableWriter {
  private readonly sheets: SheetPlace[] = [];
  private readonly titles = new Set<string>();

  private constructor(
    private readonly folder: string,
    private readonly full: number,
  ) {}

  /** @param full lines of a sheet before the next begins; Excel's own limit, but in tests */
  static async open(
    folder: string,
    sheets: readonly WantedSheet[],
    full: number = mostLines,
  ): Promise<Workbook> {
    const workbook = new Workbook(folder, full);
    for (const wanted of sheets) {
      const place = { wanted, columns: wanted.headings.map((_, index) => columnName(index)), parts: [] };
      workbook.sheets.push(place);
      await workbook.begin(place);
    }
    return workbook;
  }

  async add(sheet: number, lines: readonly (readonly Cell[])[]): Promise<readonly (readonly CellFault[])[]> {
    const place = this.sheets[sheet];
    if (!place) throw new RangeError(`No sheet ${sheet}`);
    const faults: CellFault[][] = [];
    let text = '';
    let part = place.parts.at(-1);
    for (const cells of lines) {
      if (part && (part.lines === this.full || text.length > mostGathered)) {
        await part.file.write(text);
        text = '';
        if (part.lines === this.full) part = await this.begin(place);
      }
      if (!part) throw new Error('A sheet has a part from the beginning.');
      part.lines += 1;
      const found: CellFault[] = [];
      text += lineXml(cells, part.lines, place.columns, found);
      faults.push(found);
    }
    if (part && text !== '') await part.file.write(text);
    return faults;
  }

  async finish(): ReturnType<TableWriter['finish']> {
    for (const { wanted, parts } of this.sheets) {
      for (const { file, lines } of parts) await file.write(sheetTail(wanted.headings.length, lines));
    }
    await this.close();
    const parts = this.sheets.flatMap((sheet) => sheet.parts);
    const content = zipOf([
      ...workbookParts(parts.map(({ title }) => title)),
      ...parts.map(({ path }, index) => ({ name: `xl/worksheets/sheet${index + 1}.xml`, path })),
    ]);
    return { content, ending: 'xlsx' };
  }

  async close(): Promise<void> {
    for (const { parts } of this.sheets) {
      for (const { file } of parts) await file.close().catch(() => undefined);
    }
  }

  private async begin({ wanted, columns, parts }: SheetPlace): Promise<OpenSheet> {
    const title = this.freeTitle(wanted.title);
    const path = join(this.folder, `${this.titles.size}.xml`);
    const part = { title, path, file: await open(path, 'wx', 0o600), lines: 1 };
    parts.push(part);
    const heading = wanted.headings.map((text, index) => textXml(text, `${columns[index]}1`, styles.heading));
    await part.file.write(`${sheetHead(wanted.headings)}<row r="1">${heading.join('')}</row>`);
    return part;
  }

  /** Excel wants at most 31 characters, none of `[]:*?/\`, and no two alike. */
  private freeTitle(wanted: string): string {
    const clean =
      wanted
        .replaceAll(/[[\]:*?/\\']/g, ' ')
        .trim()
        .slice(0, 31) || 'Sheet';
    let title = clean;
    for (let n = 2; this.titles.has(title.toLowerCase()); n++) title = `${clean.slice(0, 26)} (${n})`;
    this.titles.add(title.toLowerCase());
    return title;
  }
}

function lineXml(
  cells: readonly Cell[],
  line: number,
  columns: readonly string[],
  faults: CellFault[],
): string {
  let text = '';
  for (let index = 0; index < cells.length; index++) {
    const cell = cells[index] ?? null;
    if (cell === null) continue;
    const place = `${columns[index] ?? ''}${line}`;
    if (typeof cell === 'string' && cell.length > mostCharacters) {
      faults.push({ column: index, kind: 'too-long', text: String(mostCharacters) });
      text += textXml(wholeCharacters(cell), place, styles.text);
    } else text += cellXml(cell, place);
  }
  return `<row r="${line}">${text}</row>`;
}

function cellXml(cell: Exclude<Cell, null>, place: string): string {
  if (typeof cell === 'string') return textXml(cell, place, styles.text);
  if (typeof cell === 'number') {
    return Number.isFinite(cell)
      ? `<c r="${place}"><v>${cell}</v></c>`
      : textXml(String(cell), place, styles.text);
  }
  const shown = 'day' in cell ? cell.day : cell.at;
  if (shown < firstDay) return textXml(shown, place, styles.text);
  const [style, moment] = 'day' in cell ? [styles.day, shown] : [styles.moment, shown.replace(' ', 'T')];
  const serial = (Date.parse(`${moment}${'day' in cell ? 'T00:00:00' : ''}Z`) - dayZero) / dayMs;
  return `<c r="${place}" s="${style}"><v>${serial}</v></c>`;
}

function textXml(text: string, place: string, style: number): string {
  return `<c r="${place}" t="inlineStr" s="${style}"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;
}

/** The beginning that fits, without half of a character. */
function wholeCharacters(text: string): string {
  return text.slice(0, mostCharacters).replace(/[\ud800-\udbff]$/, '');
}
