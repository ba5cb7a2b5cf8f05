import {
  answersInForce,
  civilDateInJapan,
  type Override,
  type Answers,
  type JsonSchema,
  type Procedure,
  sightOf,
  type Viewer,
} from '#engine';
import type { Language } from '../http/language.js';
import { staffValueInWords } from '../applications/staff-entries.js';
import { inLanguage } from '../procedures/in-language.js';
import { type Cell, cellOf, MASK, momentCell } from './cell.js';
import type { ExportContent } from './export.dto.js';
import type { ExportColumn, FixedColumn, NumberedVersion } from './export-columns.js';

/** An application as it is read for a table. */
export interface ExportedRecord {
  readonly id: string;
  readonly number: string;
  readonly version_hash: string;
  readonly subject: string;
  readonly applicant_name: string;
  readonly submitted_at: Date;
  readonly submission_count: number;
  readonly paper: boolean;
  readonly stage: string;
  readonly entered_at: Date;
  readonly due_on: string | null;
  readonly on_hold: boolean;
  readonly team: string | null;
  readonly assignee_name: string | null;
  readonly warnings_count: number;
  readonly closed_at: Date | null;
  readonly processing_days: number | null;
  readonly answers: Answers;
  /** Values that officials set in place of computed ones. */
  readonly overrides: readonly Override[];
  readonly staff: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Moment of arrival to the microsecond, in UTC: by it the next page begins. */
  readonly arrived: string;
}

/** The lines that one application is: one in the applications' sheet, any number in those of repeats. */
export interface ExportedLines {
  readonly main: readonly Cell[];
  /** Path of the repeat → rows, each begun with number and row. */
  readonly rows: ReadonlyMap<string, readonly (readonly Cell[])[]>;
}

interface TableWanted {
  /** Those of the applications' sheet. */
  readonly main: readonly ExportColumn[];
  /** Path of the repeat → its columns. */
  readonly repeats: ReadonlyMap<string, readonly ExportColumn[]>;
  readonly language: Language;
  readonly choices: ExportContent['choices'];
  /** An official as the matrix stage × field knows them. */
  readonly viewer: (procedure: Procedure, stage: string) => Viewer;
}

type Reader = (record: ExportedRecord, files: ReadonlyMap<string, string>) => Cell;
type RowReader = (row: unknown, files: ReadonlyMap<string, string>) => Cell;

interface Readers {
  readonly main: readonly Reader[];
  readonly repeats: ReadonlyMap<string, readonly RowReader[]>;
}

const outcomes: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  ja: { approved: '承認', refused: '不承認', dismissed: '却下', withdrawn: '取下げ' },
  en: { approved: 'approved', refused: 'refused', dismissed: 'dismissed', withdrawn: 'withdrawn' },
};
const onPaper: Readonly<Record<Language, string>> = { ja: '紙', en: 'paper' };
const held: Readonly<Record<Language, string>> = { ja: '保留中', en: 'on hold' };

/**
 * Makes lines of applications. How a version is read at a stage, and what the official sees of it there, is worked out
 * once for each pair.
 */
export class ExportLines {
  private readonly readers = new Map<string, Readers>();
  private readonly versions: ReadonlyMap<string, NumberedVersion>;

  constructor(
    versions: readonly NumberedVersion[],
    private readonly wanted: TableWanted,
  ) {
    this.versions = new Map(versions.map((one) => [one.version.hash, one]));
  }

  /** With the values that count: what officials set in place of what was computed. */
  private asItCounts(record: ExportedRecord): ExportedRecord {
    const version = this.versions.get(record.version_hash)?.version;
    if (!version || record.overrides.length === 0) return record;
    const submittedOn = civilDateInJapan(record.submitted_at.toISOString());
    const facts = { answers: record.answers, submittedOn };
    return { ...record, answers: answersInForce(version.procedure, record, facts) };
  }

  of(stored: ExportedRecord, files: ReadonlyMap<string, string>): ExportedLines {
    const record = this.asItCounts(stored);
    const { main, repeats } = this.readersFor(record);
    return {
      main: main.map((read) => read(record, files)),
      rows: new Map(
        [...repeats].map(([path, columns]) => [
          path,
          rowsAt(record.answers, path).map((row, index) => [
            record.number,
            index + 1,
            ...columns.map((read) => read(row, files)),
          ]),
        ]),
      ),
    };
  }

  private readersFor({ version_hash: hash, stage }: ExportedRecord): Readers {
    const key = `${hash} ${stage}`;
    let readers = this.readers.get(key);
    if (!readers) {
      const numbered = this.versions.get(hash);
      if (!numbered) throw new Error(`No version ${hash} of the procedure is published.`);
      readers = this.makeReaders(numbered, stage);
      this.readers.set(key, readers);
    }
    return readers;
  }

  private makeReaders({ number, version }: NumberedVersion, stage: string): Readers {
    const { main, repeats, language, choices, viewer } = this.wanted;
    // Words in the language of the table; rights by the version itself.
    const { procedure } = inLanguage(version, language);
    const seenBy = viewer(version.procedure, stage);
    const answer = (key: string): ((value: unknown, files: ReadonlyMap<string, string>) => Cell) => {
      const field = procedure.form.fields.get(key);
      if (!field) return () => null;
      const isPlain = sightOf(version.procedure, seenBy, field) === 'plain';
      return (value, fileNames) => {
        const cell = cellOf(field, value, { language, choices, fileNames });
        return isPlain || cell === null ? cell : MASK;
      };
    };
    return {
      main: main.map(({ key }): Reader => {
        if (key.startsWith('$staff.')) return staffReader(procedure, key, choices, language);
        if (key.startsWith('$')) return fixedReader(key as FixedColumn, procedure, number, language);
        const [steps, read] = [key.split('.'), answer(key)];
        return ({ answers }, files) => read(valueAt(answers, steps), files);
      }),
      repeats: new Map(
        [...repeats].map(([path, columns]) => [
          path,
          columns.map(({ key }): RowReader => {
            const [steps, read] = [key.slice(path.length + '[].'.length).split('.'), answer(key)];
            return (row, files) => read(valueAt(row, steps), files);
          }),
        ]),
      ),
    };
  }
}

function fixedReader(key: FixedColumn, { workflow }: Procedure, version: number, language: Language): Reader {
  const readers: Readonly<Record<FixedColumn, Reader>> = {
    $number: ({ number }) => number,
    $subject: ({ subject }) => subject,
    $applicant: ({ applicant_name: name }) => name,
    $submitted_at: ({ submitted_at: at }) => momentCell(at),
    $version: () => version,
    $paper: ({ paper }) => (paper ? onPaper[language] : null),
    $submissions: ({ submission_count: count }) => count,
    $stage: ({ stage }) => workflow.stages.get(stage)?.title ?? stage,
    $status: ({ stage }) => workflow.stages.get(stage)?.publicStatus.label ?? null,
    $entered_at: ({ entered_at: at }) => momentCell(at),
    $due_on: ({ due_on: day }) => (day === null ? null : { day }),
    $on_hold: ({ on_hold: is }) => (is ? held[language] : null),
    $team: ({ team }) => (team === null ? null : (workflow.teams.get(team)?.title ?? team)),
    $assignee: ({ assignee_name: name }) => name,
    $warnings: ({ warnings_count: count }) => count,
    $closed_at: ({ closed_at: at }) => momentCell(at),
    $outcome: ({ stage }) => outcomes[language][workflow.stages.get(stage)?.outcome ?? ''] ?? null,
    $processing_days: ({ processing_days: days }) => days,
  };
  return readers[key];
}

function staffReader(
  { workflow }: Procedure,
  key: string,
  choices: ExportContent['choices'],
  language: Language,
): Reader {
  const [, action = '', name = ''] = key.split('.');
  const actions = [...workflow.stages.values()].flatMap((stage) => stage.actions.get(action) ?? []);
  const properties = actions[0]?.requires.fields?.['properties'] as
    Readonly<Record<string, JsonSchema>> | undefined;
  const schema = properties?.[name] ?? {};
  return ({ staff }) => {
    const given = Object.hasOwn(staff, action) ? staff[action]?.[name] : undefined;
    if (given === undefined || given === null || given === '') return null;
    const value = choices === 'codes' ? given : staffValueInWords(schema, given);
    const field = {
      kind: schema['format'] === 'date' ? ('date' as const) : ('text' as const),
      options: null,
      unit: null,
    };
    return cellOf(field, value, { language, choices, fileNames: new Map() });
  };
}

function rowsAt(answers: Answers, path: string): readonly unknown[] {
  const rows = valueAt(answers, path.split('.'));
  return Array.isArray(rows) ? rows : [];
}

function valueAt(value: unknown, steps: readonly string[]): unknown {
  let at = value;
  for (const step of steps) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined;
    at = (at as Readonly<Record<string, unknown>>)[step];
  }
  return at;
}
