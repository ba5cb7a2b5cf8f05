import { normalizeInput } from '#engine';
import { cellsOf, columnKey } from '../../files/table-cells.js';
import { normalizedLogin } from './judge-official.js';

/** A cell as it was written, with the line of the table for whoever mends it. Null where the table has no such column. */
type Cell = string | null;

/** One role as a line has it. */
export interface ListedRole {
  readonly line: number;
  readonly procedure: string;
  readonly role: string;
  readonly fromOn: Cell;
  readonly toOn: Cell;
}

/** An official as the lines with their number tell of them: what the first leaves empty a later one may say. */
export interface ListedOfficial {
  readonly line: number;
  readonly login: string;
  readonly name: string;
  readonly mail: string;
  readonly department: string;
  readonly teams: string;
  readonly roles: readonly ListedRole[];
  /** Columns in which lines of the same number say different things, each with the later line. */
  readonly differs: readonly { readonly line: number; readonly column: OfficialColumn }[];
}

export type OfficialColumn = keyof typeof officialColumns;

/** Titles as our own table writes them, and under what else they are known. */
export const officialColumns = {
  login: { ja: '職員番号', en: 'Staff number', also: ['login', 'number'] },
  name: { ja: '氏名', en: 'Name', also: ['名前'] },
  mail: { ja: 'メールアドレス', en: 'Mail', also: ['メール', 'e-mail', 'email'] },
  department: { ja: '部署', en: 'Department', also: ['所属'] },
  teams: { ja: '班', en: 'Teams', also: ['team'] },
  procedure: { ja: '手続', en: 'Procedure', also: ['手続き'] },
  role: { ja: '役割', en: 'Role', also: [] },
  fromOn: { ja: '始まりの日', en: 'First day', also: ['開始日', 'from'] },
  toOn: { ja: '終わりの日', en: 'Last day', also: ['終了日', 'to'] },
} as const satisfies Readonly<
  Record<string, { readonly ja: string; readonly en: string; readonly also: readonly string[] }>
>;

const columnOf = new Map(
  (Object.keys(officialColumns) as OfficialColumn[]).flatMap((column) => {
    const { ja, en, also } = officialColumns[column];
    return [ja, en, ...also].map((title) => [columnKey(title), column] as const);
  }),
);

export interface ListedOfficials {
  readonly officials: readonly ListedOfficial[];
  /** Titles of columns that are none of ours. */
  readonly unused: readonly string[];
  /** Lines without a staff number. */
  readonly nameless: readonly number[];
}

/**
 * A table of officials with a line for each role, or one without. Lines are counted as a spreadsheet counts them.
 *
 * @returns null where no column is that of the staff number
 */
export function readOfficials(text: string): ListedOfficials | null {
  const [titles = [], ...lines] = cellsOf(text.replace(/^\u{FEFF}/u, ''));
  const order = titles.map((title) => columnOf.get(columnKey(title)) ?? null);
  if (!order.includes('login')) return null;
  const officials = new Map<string, Mutable<ListedOfficial>>();
  const nameless: number[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.every((cell) => cell.trim() === '')) continue;
    const at = index + 2;
    const cell = (column: OfficialColumn): Cell =>
      order.includes(column) ? (line[order.indexOf(column)]?.trim() ?? '') : null;
    const login = normalizedLogin(cell('login') ?? '');
    if (login === '') {
      nameless.push(at);
      continue;
    }
    const said = {
      name: cell('name'),
      mail: cell('mail'),
      department: cell('department'),
      teams: cell('teams'),
    };
    const official = officials.get(login) ?? {
      line: at,
      login,
      name: '',
      mail: '',
      department: '',
      teams: '',
      roles: [],
      differs: [],
    };
    officials.set(login, official);
    for (const column of ['name', 'mail', 'department', 'teams'] as const) {
      const value = said[column] ?? '';
      if (value === '' || value === official[column]) continue;
      if (official[column] === '') official[column] = value;
      else official.differs = [...official.differs, { line: at, column }];
    }
    const role = { procedure: cell('procedure') ?? '', role: cell('role') ?? '' };
    if (role.procedure !== '' || role.role !== '') {
      const days = { fromOn: dayOf(cell('fromOn')), toOn: dayOf(cell('toOn')) };
      official.roles = [...official.roles, { line: at, ...role, ...days }];
    }
  }
  return {
    officials: [...officials.values()],
    unused: titles.filter((title, at) => order[at] === null && title !== ''),
    nameless,
  };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** `2026/4/1`, `令和8年4月1日` → `2026-04-01`; what is no day stays as it is, to be refused with its words. */
function dayOf(cell: Cell): Cell {
  return cell === null || cell === '' ? cell : normalizeInput({ kind: 'date', format: null }, cell);
}
