import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { hashPassword } from '../access/password.js';
import { newId } from '../database/id.js';
import { demoApplicants, demoOfficials, demoPassword } from './demo-accounts.js';

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
      for (const { login, name, department, roles } of demoOfficials) {
        await tx.query(
          `insert into staff (id, login, password_hash, name, department) values ($1, $2, $3, $4, $5)
           on conflict (login) do nothing`,
          [newId(), login, hash, name, department],
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
