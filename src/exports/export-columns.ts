import { type Field, type Form, type Procedure, sightOf } from '#engine';
import type { Language } from '../http/language.js';
import { inLanguage } from '../procedures/in-language.js';
import type { CompiledVersion } from '../procedures/procedure-library.js';

/** A published version with its number; later ones have higher ones. */
export interface NumberedVersion {
  readonly number: number;
  readonly version: CompiledVersion;
}

export interface ExportColumn {
  /**
   * What it is called for good: the path of the question (`store.city`, `sales.rows[].amount`), `$…` for what is no
   * answer, `$staff.<action>.<field>` for what officials recorded.
   */
  readonly key: string;
  readonly title: string;
  /** Path of the repeat (`sales.rows`) whose rows have a sheet of their own; null for the applications' sheet. */
  readonly sheet: string | null;
  /** Numbers of the first and the last version that has it. */
  readonly from: number;
  readonly to: number;
  /** The version in force does not have it. */
  readonly retired: boolean;
}

export interface ExportSheet {
  readonly path: string | null;
  readonly title: string;
}

export interface ColumnCatalogue {
  readonly columns: readonly ExportColumn[];
  /** The applications first. */
  readonly sheets: readonly ExportSheet[];
}

/** What every application has, whatever was asked. */
export const fixedColumns = [
  ['$number', '申込番号', 'Number'],
  ['$subject', '対象', 'Subject'],
  ['$applicant', '申請者', 'Applicant'],
  ['$submitted_at', '到達日時', 'Arrived'],
  ['$version', '版', 'Version'],
  ['$paper', '紙申請', 'On paper'],
  ['$submissions', '提出の回数', 'Submissions'],
  ['$stage', '段階', 'Stage'],
  ['$status', '申請者に見える状況', 'Status as the applicant sees it'],
  ['$entered_at', '段階に入った日時', 'In this stage since'],
  ['$due_on', '期限', 'Due'],
  ['$on_hold', '保留', 'On hold'],
  ['$team', '班', 'Team'],
  ['$assignee', '担当者', 'Assignee'],
  ['$warnings', '警告の数', 'Warnings'],
  ['$closed_at', '終了日時', 'Ended'],
  ['$outcome', '結果', 'Outcome'],
  ['$processing_days', '処理日数', 'Processing days'],
] as const satisfies readonly (readonly [key: string, ja: string, en: string])[];
export type FixedColumn = (typeof fixedColumns)[number][0];

/** First in every sheet of a repeat: by these its rows find back to their application. */
export const rowColumns = [
  ['$number', '申込番号', 'Number'],
  ['$row', '行', 'Row'],
] as const;

const mainTitle = { ja: '申請', en: 'Applications' };

/**
 * Every column that any version of a procedure has ever had: those of the version in force in its order, then those that
 * went away, so that a table of next year has the columns of this year.
 *
 * @param versions at least one; the one in force at the end
 */
export function columnCatalogue(versions: readonly NumberedVersion[], language: Language): ColumnCatalogue {
  const numbers = versions.map(({ number }) => number);
  const inForce = numbers.at(-1);
  const found = new Map<string, ExportColumn>();
  const sheets = new Map<string | null, ExportSheet>([[null, { path: null, title: mainTitle[language] }]]);
  for (const [key, ja, en] of fixedColumns) {
    const title = language === 'ja' ? ja : en;
    const [from, to] = [Math.min(...numbers), Math.max(...numbers)];
    found.set(key, { key, title, sheet: null, from, to, retired: false });
  }
  for (const { number, version } of [...versions].reverse()) {
    const { procedure } = inLanguage(version, language);
    for (const sheet of repeatsOf(procedure.form)) if (!sheets.has(sheet.path)) sheets.set(sheet.path, sheet);
    for (const { key, title, sheet } of [...answerColumns(procedure.form), ...staffColumns(procedure)]) {
      const known = found.get(key) ?? {
        key,
        title,
        sheet,
        from: number,
        to: number,
        retired: number !== inForce,
      };
      found.set(key, { ...known, from: Math.min(known.from, number), to: Math.max(known.to, number) });
    }
  }
  return { columns: [...found.values()], sheets: [...sheets.values()] };
}

/** Is the answer masked for these roles, at any stage? */
export function isMasked(procedure: Procedure, roles: readonly string[], key: string): boolean {
  const field = procedure.form.fields.get(key);
  if (!field) return false;
  return [...procedure.workflow.stages.keys()].some(
    (stage) => sightOf(procedure, { stage, roles }, field) !== 'plain',
  );
}

/** Fields that stand in a table: groups are gone through, repeats are sheets of their own. */
export function leavesOf(fields: readonly Field[]): readonly Field[] {
  return fields.flatMap((field) =>
    field.kind === 'group' || field.kind === 'rows' ? leavesOf(field.fields) : [field],
  );
}

/** `sales.rows[].amount` → `sales.rows`; null for what stands in no repeat. */
export function repeatOf(path: string): string | null {
  const at = path.indexOf('[]');
  return at < 0 ? null : path.slice(0, at);
}

type Found = Pick<ExportColumn, 'key' | 'title' | 'sheet'>;

function answerColumns(form: Form): readonly Found[] {
  const leaves = form.pages.flatMap((page) => leavesOf(page.fields));
  const times = new Map<string, number>();
  const placeOf = ({ path, title }: Field) => `${repeatOf(path) ?? ''}\n${title}`;
  for (const leaf of leaves) times.set(placeOf(leaf), (times.get(placeOf(leaf)) ?? 0) + 1);
  return leaves.map((leaf) => ({
    key: leaf.path,
    // Two questions of the same name are told apart by what they stand in.
    title: (times.get(placeOf(leaf)) ?? 0) > 1 ? longTitle(form, leaf) : leaf.title,
    sheet: repeatOf(leaf.path),
  }));
}

function longTitle(form: Form, { path }: Field): string {
  const names = path.split('.');
  const page = form.pages.find(({ name }) => name === names[0]);
  const within = names.slice(1).map((_, index) => form.fields.get(names.slice(0, index + 2).join('.')));
  return [page?.title, ...within.map((field) => field?.title)]
    .filter((title) => title !== undefined && title !== '')
    .join('／');
}

function repeatsOf(form: Form): readonly ExportSheet[] {
  return [...form.fields.values()]
    .filter(({ kind }) => kind === 'rows')
    .map(({ path, title }) => ({ path: path.replace(/\[\]$/, ''), title }));
}

function staffColumns({ workflow }: Procedure): readonly Found[] {
  const seen = new Set<string>();
  return [...workflow.stages.values()].flatMap(({ actions }) =>
    [...actions.values()].flatMap(({ name, title, requires }) => {
      const properties = requires.fields?.['properties'];
      if (seen.has(name) || typeof properties !== 'object' || properties === null) return [];
      seen.add(name);
      return Object.entries(properties).map(([field, schema]) => {
        const own = (schema as { readonly title?: unknown }).title;
        return {
          key: staffKey(name, field),
          title: `${typeof own === 'string' ? own : field}（${title}）`,
          sheet: null,
        };
      });
    }),
  );
}

export function staffKey(action: string, field: string): string {
  return `$staff.${action}.${field}`;
}
