import { isCivilDate } from '#engine';
import { fill } from '../../http/fill.js';
import type { Bilingual } from '../../http/refusal.js';
import type { GivenRole } from '../record-change.js';
import type { BookedProcedure } from '../role-book.js';
import type { OfficialEntry } from './official.dto.js';
import type { ListedOfficial, ListedRole, OfficialColumn } from './read-officials.js';

/** The departments, teams and roles that a table can name, in both languages. */
export interface OfficeBook {
  readonly departments: readonly {
    readonly id: string;
    readonly name_ja: string;
    readonly name_en: string;
    readonly full_ja: string;
    readonly full_en: string;
  }[];
  readonly teams: readonly {
    readonly id: string;
    readonly department_id: string;
    readonly name_ja: string;
    readonly name_en: string;
  }[];
  /** Japanese and English. */
  readonly books: readonly (readonly BookedProcedure[])[];
}

/** What is wrong with one cell, and what to do about it. */
export interface CellFault {
  readonly line: number;
  readonly column: OfficialColumn;
  readonly text: Bilingual;
}

const sentences = {
  differs: {
    ja: '同じ職員番号の行で、違う値が書かれています。1つにそろえてください。',
    en: 'Lines of the same staff number say different things. Let them say one.',
  },
  'department-unknown': {
    ja: '「{cell}」という部署がありません。部署の画面にある名前で書いてください。',
    en: 'There is no department “{cell}”. Write its name as the screen of departments has it.',
  },
  'department-several': {
    ja: '「{cell}」という部署が2つ以上あります。上の部署から続けて書いてください（例：{example}）。',
    en: 'Several departments are called “{cell}”. Write those above it, too (for example {example}).',
  },
  'team-unknown': {
    ja: '「{cell}」という班が、この部署にありません。',
    en: 'This department has no team “{cell}”.',
  },
  'procedure-unknown': {
    ja: '「{cell}」という手続が公開されていません。手続の名前か記号で書いてください。全庁の役割は「全庁」と書きます。',
    en: 'No procedure “{cell}” is published. Write its title or id, or “Whole office”.',
  },
  'procedure-missing': {
    ja: '役割の手続が書かれていません。手続の名前か、「全庁」と書いてください。',
    en: 'The procedure of the role is missing. Write its title, or “Whole office”.',
  },
  'role-unknown': {
    ja: '「{cell}」という役割が、この手続にありません。書ける役割：{example}',
    en: 'The procedure has no role “{cell}”. It has: {example}',
  },
  'role-missing': {
    ja: '役割が書かれていません。書ける役割：{example}',
    en: 'The role is missing. The procedure has: {example}',
  },
  'day-wrong': {
    ja: '「{cell}」は日付として読み取れません。2026-04-01のように書いてください。',
    en: '“{cell}” is no day. Write it like 2026-04-01.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

export function cellFault(
  line: number,
  column: OfficialColumn,
  code: keyof typeof sentences,
  params: Readonly<Record<string, string>> = {},
): CellFault {
  const { ja, en } = sentences[code];
  const inEnglish = { ...params, example: params['exampleEn'] ?? params['example'] ?? '' };
  return { line, column, text: { ja: fill(ja, params), en: fill(en, inEnglish) } };
}

/** What stands for nothing where an empty cell leaves things as they are. */
const none = /^(なし|無し|none|-)$/i;

/**
 * What the official is to become, as the table says it: an empty cell leaves what is there, 「なし」 takes it away. In the
 * procedures that the table names, roles become what it says; in others they stay.
 *
 * @param before null for somebody new
 */
export function wantedOfficial(
  listed: ListedOfficial,
  before: OfficialEntry | null,
  office: OfficeBook,
): { readonly entry: OfficialEntry; readonly faults: readonly CellFault[] } {
  const faults: CellFault[] = listed.differs.map(({ line, column }) => cellFault(line, column, 'differs'));
  const departmentId = departmentOf(listed, before, office, faults);
  const moved = before !== null && departmentId !== before.departmentId;
  const entry: OfficialEntry = {
    name: listed.name === '' ? (before?.name ?? '') : listed.name,
    mail: none.test(listed.mail) ? '' : listed.mail === '' ? (before?.mail ?? '') : listed.mail,
    departmentId,
    // Teams belong to a department: whoever moves leaves them.
    teamIds: teamsOf(listed, moved ? [] : (before?.teamIds ?? []), departmentId, office, faults),
    roles: [],
  };
  const wanted = listed.roles.flatMap((role) => roleOf(role, before?.roles ?? [], office, faults) ?? []);
  const named = new Set(wanted.map(({ procedureId }) => procedureId));
  const kept = (before?.roles ?? []).filter(({ procedureId }) => !named.has(procedureId));
  return { entry: { ...entry, roles: [...kept, ...wanted.flatMap(({ given }) => given)] }, faults };
}

function departmentOf(
  { line, department }: ListedOfficial,
  before: OfficialEntry | null,
  { departments }: OfficeBook,
  faults: CellFault[],
): string {
  if (department === '') return before?.departmentId ?? '';
  const key = plain(department);
  const byFull = departments.filter((one) => plain(one.full_ja) === key || plain(one.full_en) === key);
  const found =
    byFull.length > 0
      ? byFull
      : departments.filter((one) => plain(one.name_ja) === key || plain(one.name_en) === key);
  const [first, second] = found;
  if (!first) faults.push(cellFault(line, 'department', 'department-unknown', { cell: department }));
  else if (second) {
    const params = { cell: department, example: first.full_ja };
    faults.push(cellFault(line, 'department', 'department-several', params));
  }
  return first?.id ?? '';
}

function teamsOf(
  { line, teams: cell }: ListedOfficial,
  before: readonly string[],
  departmentId: string,
  { teams }: OfficeBook,
  faults: CellFault[],
): string[] {
  if (cell === '') return [...before];
  if (none.test(cell)) return [];
  const names = cell
    .split(/[、,;/／\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return names.flatMap((name) => {
    const team = teams.find(
      ({ department_id: of, name_ja: ja, name_en: en }) =>
        of === departmentId && (plain(ja) === plain(name) || plain(en) === plain(name)),
    );
    if (!team && departmentId !== '') faults.push(cellFault(line, 'teams', 'team-unknown', { cell: name }));
    return team ? [team.id] : [];
  });
}

function roleOf(
  { line, procedure, role, fromOn, toOn }: ListedRole,
  before: readonly GivenRole[],
  { books }: OfficeBook,
  faults: CellFault[],
): { readonly procedureId: string; readonly given: readonly GivenRole[] } | null {
  if (procedure === '') {
    faults.push(cellFault(line, 'procedure', 'procedure-missing'));
    return null;
  }
  const key = plain(procedure);
  const booked = books
    .map((book) => book.find(({ id, title }) => plain(id) === key || plain(title) === key))
    .find((one) => one !== undefined);
  if (!booked) {
    faults.push(cellFault(line, 'procedure', 'procedure-unknown', { cell: procedure }));
    return null;
  }
  const roles = books.flatMap((book) => book.find(({ id }) => id === booked.id)?.roles ?? []);
  if (none.test(role)) return { procedureId: booked.id, given: [] };
  const found = roles.find(({ name, title }) => plain(name) === plain(role) || plain(title) === plain(role));
  if (!found) {
    const [example = '', exampleEn = example] = books.map((book) =>
      (book.find(({ id }) => id === booked.id)?.roles ?? []).map(({ title }) => title).join(' / '),
    );
    faults.push(
      cellFault(line, 'role', role === '' ? 'role-missing' : 'role-unknown', {
        cell: role,
        example,
        exampleEn,
      }),
    );
    return null;
  }
  for (const [column, cell] of [['fromOn', fromOn] as const, ['toOn', toOn] as const]) {
    if (cell !== null && cell !== '' && !isCivilDate(cell)) {
      faults.push(cellFault(line, column, 'day-wrong', { cell }));
      return null;
    }
  }
  const held = before.find((one) => one.procedureId === booked.id && one.role === found.name);
  const day = (cell: string | null, had: string | null | undefined) =>
    cell === null ? (had ?? null) : cell === '' ? null : cell;
  const period = { fromOn: day(fromOn, held?.fromOn), toOn: day(toOn, held?.toOn) };
  return { procedureId: booked.id, given: [{ procedureId: booked.id, role: found.name, ...period }] };
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toLowerCase();
}
