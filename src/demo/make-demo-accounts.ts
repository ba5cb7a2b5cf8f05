import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { hashPassword } from '../access/password.js';
import { newId } from '../database/id.js';
import { demoApplicants, demoDepartments, demoOfficials, demoPassword } from './demo-accounts.js';

@Injectable()
export class MakeDemoAccounts {
  constructor(private readonly dataSource: DataSource) {}

  /** Makes the accounts that are missing. Those that are there stay as they are. */
  async run(): Promise<void> {
    const [present] = await this.dataSource.query<{ count: number }[]>(
      `select (select count(*) from account where mail_key = any($1))::int
            + (select count(*) from staff where login = any($2))::int as count`,
      [demoApplicants.map(({ mail }) => mail), demoOfficials.map(({ login }) => login)],
    );
    if (present?.count === demoApplicants.length + demoOfficials.length) return;
    // The password is public, so one salt for all loses nothing, and the start stays quick.
    const hash = await hashPassword(demoPassword);
    await this.dataSource.transaction(async (tx) => {
      for (const { mail, kind, name, profile, also } of demoApplicants) {
        await tx.query(
          `with made as (
             insert into account (id, mail, mail_key, password_hash) values ($1, $2, $2, $3)
             on conflict (mail_key) do nothing returning id
           )
           insert into applicant (id, account_id, kind, name, profile) select $4, id, $5, $6, $7 from made`,
          [newId(), mail, hash, newId(), kind, name, JSON.stringify(profile)],
        );
        if (also) {
          await tx.query(
            `insert into applicant (id, account_id, kind, name, profile)
             select $1, id, $3, $4, $5 from account c where mail_key = $2
               and not exists (select from applicant where account_id = c.id and kind = $3)`,
            [newId(), mail, also.kind, also.name, JSON.stringify(also.profile)],
          );
        }
      }
      await makeDepartments(tx);
      for (const { login, name, department, teams = [], roles } of demoOfficials) {
        await tx.query(
          `insert into staff (id, login, password_hash, name, department_id)
           select $1, $2, $3, $4, id from department where full_ja = $5 limit 1
           on conflict (login) do nothing`,
          [newId(), login, hash, name, department],
        );
        await tx.query(
          `insert into staff_team (staff_id, team_id)
           select s.id, t.id from staff s join team t on t.department_id = s.department_id
           where s.login = $1 and t.name_ja = any($2) on conflict do nothing`,
          [login, teams],
        );
        const pairs = Object.entries(roles).flatMap(([procedure, names]) =>
          names.map((role) => [procedure, role]),
        );
        await tx.query(
          `insert into staff_role (staff_id, procedure_id, role)
           select s.id, r.procedure_id, r.role
           from staff s, unnest($2::text[], $3::text[]) as r(procedure_id, role)
           where s.login = $1 on conflict do nothing`,
          [login, pairs.map(([procedure]) => procedure), pairs.map(([, role]) => role)],
        );
      }
    });
  }
}

async function makeDepartments(tx: EntityManager): Promise<void> {
  for (const { path, teams } of demoDepartments) {
    const full = (language: 0 | 1, steps: number) =>
      path
        .slice(0, steps)
        .map((names) => names[language])
        .join(' ');
    for (const [index, [ja, en]] of path.entries()) {
      await tx.query(
        `insert into department (id, parent_id, name_ja, name_en, full_ja, full_en)
         values ($1, (select id from department where full_ja = $2 limit 1), $3, $4, $5, $6) on conflict do nothing`,
        [newId(), full(0, index), ja, en, full(0, index + 1), full(1, index + 1)],
      );
    }
    for (const [ja, en] of teams) {
      await tx.query(
        `insert into team (id, department_id, name_ja, name_en)
         select $1, id, $3, $4 from department where full_ja = $2 limit 1 on conflict do nothing`,
        [newId(), full(0, path.length), ja, en],
      );
    }
  }
}
