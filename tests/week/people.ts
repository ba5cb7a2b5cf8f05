import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { TestApp } from '../server/support/test-app.js';
import type { Visitor } from '../server/support/visitor.js';

type Roles = Readonly<Record<string, readonly string[]>>;

/** Who works in the office of the week; `*` is the whole office. */
export const officials: readonly { readonly login: string; readonly name: string; readonly roles: Roles }[] =
  [
    // 一次審査 of an outside firm: may only recommend.
    { login: 'ichii', name: '一井 外', roles: { 'jitan-9': ['reviewer_1'] } },
    {
      login: 'nikaido',
      name: '二階堂 薫',
      roles: { 'jitan-9': ['reviewer_1'], 'gold-sticker': ['document_reviewer'] },
    },
    { login: 'mita', name: '三田 明', roles: { 'jitan-9': ['reviewer_2'], 'gold-sticker': ['scheduler'] } },
    // Reviews and approves: four-eyes keeps them from their own.
    { login: 'shinomiya', name: '四宮 葵', roles: { 'jitan-9': ['reviewer_2', 'approver'] } },
    { login: 'itsuki', name: '五木 剛', roles: { 'jitan-9': ['investigator'] } },
    {
      login: 'mutsumi',
      name: '六車 睦',
      roles: { 'jitan-9': ['approver'], 'gold-sticker': ['approver'] },
    },
    { login: 'nanao', name: '七尾 律', roles: { 'jitan-9': ['director'] } },
    { login: 'yashiro', name: '八代 操', roles: { 'jitan-9': ['accountant'] } },
    // Inspects and approves: the same temptation in the other procedure.
    { login: 'kujo', name: '九条 誠', roles: { 'gold-sticker': ['inspector', 'approver'] } },
    { login: 'togo', name: '十郷 光', roles: { 'gold-sticker': ['inspector', 'scheduler'] } },
    // Stands in for 六車, who is away in the middle of the week.
    {
      login: 'momose',
      name: '百瀬 歩',
      roles: { 'jitan-9': ['reviewer_2'], 'gold-sticker': ['document_reviewer'] },
    },
    { login: 'chiba', name: '千葉 結', roles: { '*': ['call_centre'] } },
    { login: 'manda', name: '万田 清', roles: { '*': ['auditor'] } },
  ];

export interface Official {
  readonly id: string;
  readonly login: string;
  readonly roles: Roles;
  readonly browser: Visitor;
}

/** Adds them with the password of the demo's accounts, and signs each in. */
export async function employ(test: TestApp): Promise<readonly Official[]> {
  const [{ department_id: department, password_hash: hash }] = await test.dataSource.query<
    [{ department_id: string; password_hash: string }]
  >(`select department_id, password_hash from staff where login = 'sato'`);
  const found: Official[] = [];
  for (const { login, name, roles } of officials) {
    const id = randomUUID();
    await test.dataSource.query(
      'insert into staff (id, login, password_hash, name, department_id) values ($1, $2, $3, $4, $5)',
      [id, login, hash, name, department],
    );
    for (const [procedure, names] of Object.entries(roles)) {
      await test.dataSource.query(
        'insert into staff_role (staff_id, procedure_id, role) select $1, $2, unnest($3::text[])',
        [id, procedure, names],
      );
    }
    found.push({ id, login, roles, browser: await test.official(login) });
  }
  return found;
}

/** Applicants with an account each, signed in. */
export async function gatherApplicants(test: TestApp, count: number): Promise<readonly Visitor[]> {
  const found: Visitor[] = [];
  for (let n = 1; n <= count; n++) {
    const mail = `week${n}@example.jp`;
    await test.dataSource.query(
      `with made as (
         insert into account (id, mail, mail_key, password_hash)
         select gen_random_uuid(), $1, $1, password_hash from account where mail_key = 'naniwa@example.jp'
         returning id)
       insert into applicant (id, account_id, kind, name, profile)
       select gen_random_uuid(), id, 'business', $2, '{}' from made`,
      [mail, `週間商店${n}`],
    );
    found.push(await test.applicant(mail));
  }
  return found;
}

/** Everybody has signed in again, as people do after a night or a long while. */
export async function signInAgain(dataSource: DataSource): Promise<void> {
  await dataSource.query('update session set created_at = now(), last_seen_at = now()');
}
