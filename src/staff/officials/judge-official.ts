import type { EntityManager } from 'typeorm';
import { FORMATS, isCivilDate } from '#engine';
import type { FieldProblem } from '../../http/problem.dto.js';
import type { Bilingual } from '../../http/refusal.js';
import type { BookedProcedure } from '../role-book.js';
import type { OfficialEntry } from './official.dto.js';

const sentences = {
  'login-missing': { ja: '職員番号を入力してください。', en: 'Enter the staff number.' },
  'login-wrong': {
    ja: '職員番号は、半角の英小文字・数字・「.」「-」「_」の2〜64文字で入力してください。',
    en: 'The staff number has 2 to 64 small letters, digits, “.”, “-” or “_”.',
  },
  'login-taken': {
    ja: 'この職員番号は、すでに使われています。',
    en: 'This staff number is in use already.',
  },
  'name-missing': { ja: '氏名を入力してください。', en: 'Enter the name.' },
  'mail-wrong': {
    ja: 'メールアドレスの形で入力してください（例：taro@example.jp）。',
    en: 'Enter an e-mail address (for example taro@example.jp).',
  },
  'department-missing': { ja: '部署を選んでください。', en: 'Choose the department.' },
  'team-unknown': {
    ja: '選んだ班が見つかりません。画面を読み込み直してください。',
    en: 'A team is no longer there. Reload the page.',
  },
  'role-unknown': {
    ja: 'この役割は、いま公開されている手続にありません。外してください。',
    en: 'No published procedure has this role. Take it away.',
  },
  'role-twice': { ja: '同じ役割が二つあります。', en: 'This role stands here twice.' },
  'period-wrong': {
    ja: '終わりの日は、始まりの日と同じか、それより後の日にしてください。',
    en: 'The last day must not be before the first.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type OfficialFault = keyof typeof sentences;

export function officialProblem(path: string, code: OfficialFault): FieldProblem {
  return { path, code, level: 'error', text: sentences[code] };
}

/** What was typed, in its usual form: names keep every character. */
export function normalizedEntry(entry: OfficialEntry): OfficialEntry {
  const mail = entry.mail.trim();
  return {
    ...entry,
    name: entry.name.trim(),
    mail: mail === '' ? '' : (FORMATS.email?.normalize?.(mail) ?? mail),
  };
}

export function normalizedLogin(login: string): string {
  return login.normalize('NFKC').trim().toLowerCase();
}

export function loginProblems(login: string): readonly FieldProblem[] {
  if (login === '') return [officialProblem('/login', 'login-missing')];
  return /^[a-z0-9][a-z0-9._-]{1,63}$/.test(login) ? [] : [officialProblem('/login', 'login-wrong')];
}

/** @param had roles that the official has already: one that a procedure has given up may stay */
export async function entryProblems(
  tx: EntityManager,
  entry: OfficialEntry,
  book: readonly BookedProcedure[],
  had: ReadonlySet<string>,
): Promise<readonly FieldProblem[]> {
  const problems: FieldProblem[] = [];
  if (entry.name === '') problems.push(officialProblem('/name', 'name-missing'));
  if (entry.mail !== '' && !FORMATS.email?.pattern.test(entry.mail)) {
    problems.push(officialProblem('/mail', 'mail-wrong'));
  }
  const [known] = await tx.query<{ department: boolean; teams: number }[]>(
    `select exists (select from department where id::text = $1) as department,
            (select count(*)::int from team where id = any($2)) as teams`,
    [entry.departmentId, entry.teamIds],
  );
  if (!known?.department) problems.push(officialProblem('/departmentId', 'department-missing'));
  if (known?.teams !== new Set(entry.teamIds).size)
    problems.push(officialProblem('/teamIds', 'team-unknown'));
  return [...problems, ...roleProblems(entry, book, had)];
}

function roleProblems(
  { roles }: OfficialEntry,
  book: readonly BookedProcedure[],
  had: ReadonlySet<string>,
): readonly FieldProblem[] {
  const known = new Set(book.flatMap(({ id, roles: all }) => all.map(({ name }) => `${id} ${name}`)));
  const seen = new Set<string>();
  return roles.flatMap(({ procedureId, role, fromOn, toOn }, index) => {
    const key = `${procedureId} ${role}`;
    const path = `/roles/${index}`;
    if (seen.has(key)) return [officialProblem(path, 'role-twice')];
    seen.add(key);
    if (!known.has(key) && !had.has(key)) return [officialProblem(path, 'role-unknown')];
    const days = [fromOn, toOn].filter((day) => day !== null);
    const wrong =
      days.some((day) => !isCivilDate(day)) || (fromOn !== null && toOn !== null && toOn < fromOn);
    return wrong ? [officialProblem(path, 'period-wrong')] : [];
  });
}
