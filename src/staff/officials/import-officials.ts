import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { done, type Outcome, refuse } from '../../http/refusal.js';
import { refusalText } from '../../http/refusal-texts.js';
import type { Language } from '../../http/language.js';
import type { ChangeDetail } from '../record-change.js';
import { RoleBook } from '../role-book.js';
import { AddOfficial } from './add-official.js';
import { asAdministrator } from './as-administrator.js';
import { ChangeOfficial } from './change-official.js';
import { changeLines } from './change-lines.js';
import { heldRoles } from './give-roles.js';
import { entryProblems, loginProblems, normalizedEntry } from './judge-official.js';
import type { ImportedOfficial, ImportView, OfficialEntry } from './official.dto.js';
import {
  type ListedOfficial,
  officialColumns,
  type OfficialColumn,
  readOfficials,
} from './read-officials.js';
import { type IssuedPassword, newStartingPassword } from './starting-password.js';
import { type CellFault, type OfficeBook, wantedOfficial } from './wanted-official.js';

/** As many as one reads through; a large office takes several tables. */
const mostOfficials = 500;

interface Present extends OfficialEntry {
  readonly id: string;
  readonly lock: number;
}

/** Officials from a table: all of them, or, where one line is wrong, nobody. */
@Injectable()
export class ImportOfficials {
  constructor(
    private readonly dataSource: DataSource,
    private readonly book: RoleBook,
    private readonly add: AddOfficial,
    private readonly change: ChangeOfficial,
  ) {}

  /** What would become of each line: everything is done as it will be, and taken back. */
  try(by: string, table: string, language: Language): Promise<Outcome<ImportView>> {
    return this.perform(by, table, language, null);
  }

  /** Does it, unless a line is wrong; a table that was read before changes nothing. */
  async run(by: string, table: string, language: Language): Promise<Outcome<ImportView>> {
    // Made before the transaction: hashing takes its time, and administrators wait for one another in there.
    return this.perform(by, table, language, await this.passwordsFor(table));
  }

  private async passwordsFor(table: string): Promise<ReadonlyMap<string, IssuedPassword>> {
    const logins = readOfficials(table)?.officials.map(({ login }) => login) ?? [];
    const passwords = new Map<string, IssuedPassword>();
    if (logins.length > mostOfficials) return passwords;
    const known = await this.dataSource.query<{ login: string }[]>(
      'select login from staff where login = any($1)',
      [logins],
    );
    const there = new Set(known.map(({ login }) => login));
    for (const login of logins) if (!there.has(login)) passwords.set(login, await newStartingPassword());
    return passwords;
  }

  /** @param passwords by staff number; null where it is only tried */
  private async perform(
    by: string,
    table: string,
    language: Language,
    passwords: ReadonlyMap<string, IssuedPassword> | null,
  ): Promise<Outcome<ImportView>> {
    const read = readOfficials(table);
    if (!read) return refuse('import-without-numbers');
    const { officials: listed, unused, nameless } = read;
    if (listed.length + nameless.length === 0) return refuse('import-empty');
    if (listed.length > mostOfficials) return refuse('import-too-long', { params: { max: mostOfficials } });
    const view = (results: readonly ImportedOfficial[], isDone: boolean): Outcome<ImportView> =>
      done({
        done: isDone,
        officials: [...results, ...nameless.map((line) => withoutNumber(line, language))].sort(
          (a, b) => a.line - b.line,
        ),
        unusedColumns: [...unused],
      });
    try {
      return await this.dataSource.transaction(async (tx) => {
        const allowed = await asAdministrator(tx, by);
        if (!allowed.ok) return allowed;
        const office = await this.office(tx);
        const results: ImportedOfficial[] = [];
        for (const one of listed)
          results.push(await this.performOne(tx, by, one, office, language, passwords));
        const isWrong = nameless.length > 0 || results.some(({ kind }) => kind === 'wrong');
        if (passwords === null || isWrong) throw new TakenBack(results);
        return view(results, true);
      });
    } catch (error) {
      if (!(error instanceof TakenBack)) throw error;
      return view(
        error.results.map((one) => ({ ...one, starting: null })),
        false,
      );
    }
  }

  private async office(tx: EntityManager): Promise<OfficeBook> {
    const departments = await tx.query<OfficeBook['departments'][number][]>(
      'select id, name_ja, name_en, full_ja, full_en from department order by full_ja',
    );
    const teams = await tx.query<OfficeBook['teams'][number][]>(
      'select id, department_id, name_ja, name_en from team order by name_ja',
    );
    return { departments, teams, books: [await this.book.read('ja'), await this.book.read('en')] };
  }

  private async performOne(
    tx: EntityManager,
    by: string,
    listed: ListedOfficial,
    office: OfficeBook,
    language: Language,
    passwords: ReadonlyMap<string, IssuedPassword> | null,
  ): Promise<ImportedOfficial> {
    const { line, login } = listed;
    const before = await present(tx, login);
    const { entry: wanted, faults: cells } = wantedOfficial(listed, before, office);
    const entry = normalizedEntry(wanted);
    const [book = []] = office.books;
    const had = new Set(before?.roles.map(({ procedureId, role }) => `${procedureId} ${role}`));
    const others = [...loginProblems(login), ...(await entryProblems(tx, entry, book, had))].map(
      ({ path, text }): CellFault => ({ ...placeOf(path, listed, entry), text }),
    );
    const faults = [
      ...cells,
      ...others.filter((other) => !cells.some(({ column }) => column === other.column)),
    ].map((fault) => ({
      line: fault.line,
      column: officialColumns[fault.column][language],
      text: fault.text[language],
    }));
    const result = { line, login, name: entry.name, changes: [], awaited: 0, starting: null };
    if (faults.length > 0) return { ...result, kind: 'wrong', faults };
    if (before && isSame(before, entry)) return { ...result, kind: 'same', faults };
    const outcome = before
      ? await this.change.run(by, before.id, { lock: before.lock, ...entry }, tx)
      : await this.add.run(by, { login, ...entry }, tx, passwords?.get(login) ?? nobody);
    if (!outcome.ok) {
      const text = refusalText(outcome.code)[language];
      return { ...result, kind: 'wrong', faults: [{ line, column: null, text }] };
    }
    const id = before?.id ?? (typeof outcome.value === 'number' ? '' : outcome.value.id);
    const [change] = await tx.query<{ detail: ChangeDetail }[]>(
      'select detail from staff_change where staff_id = $1 order by id desc limit 1',
      [id],
    );
    const [waiting] = await tx.query<{ count: number }[]>(
      'select count(*)::int as count from staff_role where staff_id = $1 and awaited',
      [id],
    );
    return {
      ...result,
      kind: before ? 'change' : 'add',
      changes: changeLines(change?.detail ?? {}, office.books[language === 'ja' ? 0 : 1] ?? [], language),
      faults,
      awaited: waiting?.count ?? 0,
      starting: typeof outcome.value === 'number' ? null : outcome.value,
    };
  }
}

/** Stands for the password of somebody who is only tried. */
const nobody: IssuedPassword = { password: '', hash: '' };

/** Carries the results out of a transaction that is rolled back. */
class TakenBack extends Error {
  constructor(readonly results: readonly ImportedOfficial[]) {
    super('taken back');
  }
}

async function present(tx: EntityManager, login: string): Promise<Present | null> {
  const [row] = await tx.query<(Omit<Present, 'roles'> | undefined)[]>(
    `select s.id, s.lock, s.name, coalesce(s.mail, '') as mail, s.department_id as "departmentId",
       array(select t.team_id::text from staff_team t where t.staff_id = s.id) as "teamIds"
     from staff s where s.login = $1`,
    [login],
  );
  if (!row) return null;
  const roles = (await heldRoles(tx, row.id)).map(({ awaited: _, ...role }) => role);
  return { ...row, roles };
}

function isSame(before: Present, after: OfficialEntry): boolean {
  const roleKeys = ({ roles }: OfficialEntry) =>
    roles.map((role) => `${role.procedureId} ${role.role} ${role.fromOn} ${role.toOn}`).sort();
  return (
    (['name', 'mail', 'departmentId'] as const).every((key) => before[key] === after[key]) &&
    [...before.teamIds].sort().join() === [...after.teamIds].sort().join() &&
    roleKeys(before).join() === roleKeys(after).join()
  );
}

const columns: Readonly<Record<string, OfficialColumn>> = {
  login: 'login',
  name: 'name',
  mail: 'mail',
  departmentId: 'department',
  teamIds: 'teams',
};

/** The cell that a problem of the entry is about. */
function placeOf(
  path: string,
  { line, roles }: ListedOfficial,
  entry: OfficialEntry,
): Pick<CellFault, 'line' | 'column'> {
  const [, field = '', index] = path.split('/');
  if (field !== 'roles') return { line, column: columns[field] ?? 'login' };
  // Roles that stay come first, those of the table after them.
  const listed = roles[Number(index) - (entry.roles.length - roles.length)];
  return { line: listed?.line ?? line, column: 'role' };
}

function withoutNumber(line: number, language: Language): ImportedOfficial {
  const text = { ja: '職員番号を書いてください。', en: 'Write the staff number.' }[language];
  return {
    line,
    login: '',
    name: '',
    kind: 'wrong',
    changes: [],
    faults: [{ line, column: officialColumns.login[language], text }],
    awaited: 0,
    starting: null,
  };
}
