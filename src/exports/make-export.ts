import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffAsker } from '../access/asker.js';
import { auditActorOf } from '../audit/audit-actor.js';
import { recordAudit } from '../audit/record-audit.js';
import { CONFIG, type Config } from '../config/config.js';
import { FileStore } from '../files/file-store.js';
import type { Language } from '../http/language.js';
import { viewerOf } from '../readings/viewer.js';
import type { ExportContent, ExportFault } from './export.dto.js';
import type { NumberedVersion } from './export-columns.js';
import { exportFileName } from './export-file-name.js';
import { type ExportedLines, ExportLines } from './export-rows.js';
import { ExportsQueries, fromTheFirst } from './exports.queries.js';
import { type PlannedSheet, planSheets, sheetOfColumns } from './plan-sheets.js';
import { CsvTables } from './tables/csv-tables.js';
import type { CellFault, TableWriter, WantedSheet } from './tables/table-writer.js';
import { Workbook } from './tables/workbook.js';

/** Of applications that are held at once, with all their answers and cells. */
const pageSize = 100;
/** So many are told one by one; the rest are counted. */
const mostFaults = 1_000;

/** One that somebody has taken up: as long as `attempts` stays, it is theirs. */
export interface TakenExport {
  readonly id: string;
  readonly content: ExportContent;
  readonly title: string;
  readonly language: Language;
  readonly requestedAt: Date;
  readonly attempts: number;
}

@Injectable()
export class MakeExport {
  constructor(
    private readonly dataSource: DataSource,
    private readonly queries: ExportsQueries,
    private readonly files: FileStore,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Where tables lie while they are made. */
  get workshop(): string {
    return join(this.config.dataDir, 'exports');
  }

  /**
   * Makes the table page by page, with what the official sees of each application where it stands. Which applications
   * are in it is written before it can be had.
   *
   * @param goesOn asked between pages
   * @returns false where it was stopped, or taken up by somebody else
   */
  async run(staff: StaffAsker, taken: TakenExport, goesOn: () => boolean): Promise<boolean> {
    const { content, language } = taken;
    const versions = await this.queries.versions(content.procedureId);
    const sheets = planSheets(versions, content, language);
    // A table alone needs no ZIP around it, and then has no sheet beside it.
    const isAlone = content.format !== 'xlsx' && sheets.length === 1;
    const description = isAlone ? null : sheetOfColumns(sheets, language);
    const folder = join(this.workshop, randomUUID());
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const writer = await openWriter(folder, content, [
      ...sheets,
      ...(description ? [description.sheet] : []),
    ]);
    try {
      const faults = new Faults(sheets);
      if (!(await this.fill(staff, taken, { versions, sheets, writer, faults, goesOn }))) return false;
      if (description) await writer.add(sheets.length, description.lines);
      const { content: stream, ending } = await writer.finish();
      const file = await this.files.receive(stream);
      await file.keep();
      const name = exportFileName(versions, taken, ending);
      return await this.finish(staff, taken, faults, { ...file, name });
    } finally {
      await writer.close();
      await rm(folder, { recursive: true, force: true });
    }
  }

  private async fill(
    staff: StaffAsker,
    taken: TakenExport,
    { versions, sheets, writer, faults, goesOn }: Filling,
  ): Promise<boolean> {
    const { content, language } = taken;
    const lines = new ExportLines(versions, {
      main: sheets.find(({ path }) => path === null)?.own ?? [],
      repeats: new Map(sheets.flatMap(({ path, own }) => (path === null ? [] : [[path, own] as const]))),
      language,
      choices: content.choices,
      viewer: (procedure, stage) => viewerOf(staff, procedure, stage),
    });
    const total = await this.queries.count(content);
    let after = fromTheFirst;
    for (let count = 0; ;) {
      if (!goesOn()) return false;
      const page = await this.queries.page(content, after, pageSize);
      count += page.length;
      const isOurs = await this.progress(
        taken,
        page.map(({ id }) => id),
        Math.max(total, count),
        count,
      );
      if (!isOurs) return false;
      const names = await this.queries.fileNames(page.map(({ id }) => id));
      const made = page.map((record) => lines.of(record, names));
      for (const [index, sheet] of sheets.entries()) {
        const batch = made.flatMap((one, at) =>
          linesFor(sheet, one).map((cells) => ({ cells, number: page[at]?.number ?? '' })),
        );
        const found = await writer.add(
          index,
          batch.map(({ cells }) => cells),
        );
        found.forEach((cells, at) => faults.add(batch[at]?.number ?? '', index, cells));
      }
      const last = page.at(-1);
      if (!last || page.length < pageSize) return true;
      after = [last.arrived, last.id];
    }
  }

  /** Writes which applications the page is made of, and how far it is. @returns false when it is no longer ours */
  private async progress(
    { id, attempts }: TakenExport,
    applications: readonly string[],
    total: number,
    count: number,
  ): Promise<boolean> {
    const rows = await this.dataSource.query<unknown[]>(
      `with ours as (
         update export set total = $3, done = $4, claimed_at = clock_timestamp()
         where id = $1 and attempts = $2 and state = 'running' returning id
       ), written as (
         insert into exported_application (application_id, export_id)
         select a, ours.id from ours, unnest($5::uuid[]) a on conflict do nothing
       )
       select id from ours`,
      [id, attempts, total, count, applications],
    );
    return rows.length > 0;
  }

  private async finish(
    staff: StaffAsker,
    { id, attempts }: TakenExport,
    faults: Faults,
    file: { readonly sha256: string; readonly bytes: number; readonly name: string },
  ): Promise<boolean> {
    return this.dataSource.transaction(async (tx) => {
      const [[made]] = await tx.query<[{ done: number; procedure_id: string }[], number]>(
        `update export set state = 'done', sha256 = $3, bytes = $4, file_name = $5, faults = $6, fault_count = $7,
           finished_at = clock_timestamp()
         where id = $1 and attempts = $2 and state = 'running' returning done, procedure_id`,
        [id, attempts, file.sha256, file.bytes, file.name, JSON.stringify(faults.first), faults.count],
      );
      if (!made) return false;
      await recordAudit(tx, {
        actor: auditActorOf(staff),
        action: 'export.finish',
        subject: { kind: 'export', id },
        after: file.sha256,
        detail: { applications: made.done, procedureId: made.procedure_id },
      });
      return true;
    });
  }
}

interface Filling {
  readonly versions: readonly NumberedVersion[];
  readonly sheets: readonly PlannedSheet[];
  readonly writer: TableWriter;
  readonly faults: Faults;
  readonly goesOn: () => boolean;
}

/** Cells that are not as they were answered: the first of them, and how many. */
class Faults {
  readonly first: ExportFault[] = [];
  count = 0;

  constructor(private readonly sheets: readonly PlannedSheet[]) {}

  add(number: string, sheet: number, cells: readonly CellFault[]): void {
    for (const { column, kind, text } of cells) {
      this.count += 1;
      if (this.first.length >= mostFaults) continue;
      const key = this.sheets[sheet]?.keys[column] ?? '';
      this.first.push({ number, column: key, kind, text });
    }
  }
}

function linesFor({ path }: PlannedSheet, { main, rows }: ExportedLines): readonly ExportedLines['main'][] {
  return path === null ? [main] : (rows.get(path) ?? []);
}

function openWriter(
  folder: string,
  { format }: ExportContent,
  sheets: readonly WantedSheet[],
): Promise<TableWriter> {
  if (format === 'xlsx') return Workbook.open(folder, sheets);
  return CsvTables.open(folder, sheets, format === 'csv-utf8' ? 'utf-8' : 'shift_jis');
}
