import type { DataSource } from 'typeorm';
import type { StartingPassword } from '../staff/officials/official.dto.js';
import { AskedWrongly, type Command, ExitCode, type Io, type Words } from './command.js';

interface NewOfficial {
  readonly login: string;
  readonly name: string;
  readonly mail: string;
  /** With those above it, as people read it. */
  readonly department: string;
  readonly administrator: boolean;
}

/** `add-official`: the first administrator of an installation, who adds everybody else at the desk. */
export const addOfficialCommand: Command = {
  name: 'add-official',
  usage: [
    '--login <職員番号> --name <氏名> --department <部署> [--administrator]',
    '--login <number> --name <name> --department <department> [--administrator]',
  ],
  summary: [
    '職員を登録し、初期パスワードを一度だけ表示する（最初のシステム管理者のために）',
    'add an official and show a starting password once (for the first administrator)',
  ],
  operands: { least: 0, most: 0 },
  options: [
    {
      name: 'login',
      value: ['職員番号', 'number'],
      summary: ['サインインに使う職員番号', 'the staff number they sign in with'],
    },
    { name: 'name', value: ['氏名', 'name'], summary: ['氏名', 'their name'] },
    {
      name: 'department',
      value: ['部署', 'department'],
      summary: [
        '登録済みの部署。部署がまだ一つもなければ、この名前で作る',
        'a department that is there; while there is none at all, it is made',
      ],
    },
    {
      name: 'mail',
      value: ['アドレス', 'address'],
      summary: ['メールアドレス（なくてもよい）', 'their mail address; may be left out'],
    },
    {
      name: 'administrator',
      value: null,
      summary: ['システム管理者にする', 'make them an administrator'],
    },
  ],
  async run({ has, value }, io) {
    const needed = (option: string): string => {
      const given = value(option)?.trim() ?? '';
      if (given === '') throw new AskedWrongly([`--${option} を指定してください。`, `Give --${option}.`]);
      return given;
    };
    const official: NewOfficial = {
      login: needed('login'),
      name: needed('name'),
      department: needed('department'),
      mail: value('mail') ?? '',
      administrator: has('administrator'),
    };
    const { withDatabase } = await import('./with-database.js');
    return withDatabase('tetsuzuki add-official', (dataSource) => add(dataSource, official, io));
  },
};

async function add(dataSource: DataSource, official: NewOfficial, io: Io): Promise<ExitCode> {
  const { normalizedLogin } = await import('../staff/officials/judge-official.js');
  const { AddOfficial } = await import('../staff/officials/add-official.js');
  const { RoleBook, WHOLE_OFFICE } = await import('../staff/role-book.js');
  const { ProceduresQueries } = await import('../procedures/procedures.queries.js');
  const { ProcedureLibrary } = await import('../procedures/procedure-library.js');
  const { administrator, department, ...named } = official;
  const book = new RoleBook(new ProceduresQueries(dataSource, new ProcedureLibrary(dataSource)));
  const outcome = await new AddOfficial(dataSource, book).run(null, {
    ...named,
    departmentId: await departmentOf(dataSource, department),
    teamIds: [],
    roles: administrator
      ? [{ procedureId: WHOLE_OFFICE, role: 'administrator', fromOn: null, toOn: null }]
      : [],
  });
  if (outcome.ok) return told(outcome.value, normalizedLogin(official.login), io);
  const problems = outcome.problems ?? [];
  for (const { text } of problems) io.note(text.ja, text.en);
  io.json({ problems: problems.map(({ path, code, text }) => ({ path, code, text })) });
  return ExitCode.problems;
}

async function told({ id, password, endsAt }: StartingPassword, login: string, io: Io): Promise<ExitCode> {
  const { startingPasswordDays: days } = await import('../staff/officials/starting-password.js');
  io.json({ id, login, password, endsAt });
  io.say(
    `${login} を登録しました。初期パスワード（いまだけ表示します）：${password}\n本人が /desk で${days}日以内にサインインし、自分のパスワードを決めます。`,
    `Added ${login}. Starting password, shown this once: ${password}\nThey sign in at /desk within ${days} days and choose their own.`,
  );
  return ExitCode.fine;
}

async function departmentOf(dataSource: DataSource, name: string): Promise<string> {
  const known = await dataSource.query<{ id: string; full: string }[]>(
    'select id, full_ja as full from department order by full_ja',
  );
  const there = known.find(({ full }) => full === name);
  if (there) return there.id;
  if (known.length > 0) throw new AskedWrongly(unknownDepartment(name, known));
  const { SaveDepartment } = await import('../staff/departments/save-department.js');
  const made = await new SaveDepartment(dataSource).run(null, { parentId: null, nameJa: name, nameEn: '' });
  if (!made.ok) throw new Error(`The department was refused: ${made.code}`);
  return made.value;
}

function unknownDepartment(name: string, known: readonly { readonly full: string }[]): Words {
  const names = known.map(({ full }) => full).join('、');
  return [
    `「${name}」という部署はありません。次のどれかを指定してください：${names}`,
    `There is no department “${name}”. Name one of these: ${names}`,
  ];
}
