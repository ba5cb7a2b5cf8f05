import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { uniqueRuleOf } from '../../database/failure.js';
import { newId } from '../../database/id.js';
import { inTransaction } from '../../database/in-transaction.js';
import { done, type Outcome, refuse } from '../../http/refusal.js';
import { recordChange } from '../record-change.js';
import { RoleBook } from '../role-book.js';
import { type Administrator, asAdministrator } from './as-administrator.js';
import { giveRoles } from './give-roles.js';
import {
  entryProblems,
  loginProblems,
  normalizedEntry,
  normalizedLogin,
  officialProblem,
} from './judge-official.js';
import type { AddOfficialRequest, StartingPassword } from './official.dto.js';
import { writeTeams } from './write-teams.js';
import { type IssuedPassword, newStartingPassword, startingPasswordDays } from './starting-password.js';

@Injectable()
export class AddOfficial {
  constructor(
    private readonly dataSource: DataSource,
    private readonly book: RoleBook,
  ) {}

  /**
   * A new official with a starting password, which nobody can read again.
   *
   * @param within a transaction that it is part of; left out, it is one of its own
   */
  async run(
    by: Administrator,
    { login: typed, ...rest }: AddOfficialRequest,
    within?: EntityManager,
    starting?: IssuedPassword,
  ): Promise<Outcome<StartingPassword>> {
    const login = normalizedLogin(typed);
    const entry = normalizedEntry(rest);
    const book = await this.book.read('ja');
    const { password, hash } = starting ?? (await newStartingPassword());
    try {
      return await inTransaction(this.dataSource, within, async (tx): Promise<Outcome<StartingPassword>> => {
        const allowed = await asAdministrator(tx, by);
        if (!allowed.ok) return allowed;
        const problems = [...loginProblems(login), ...(await entryProblems(tx, entry, book, new Set()))];
        if (problems.length > 0) return refuse('answers-invalid', { problems });
        const id = newId();
        const [made] = await tx.query<{ ends_at: Date }[]>(
          `insert into staff (id, login, password_hash, name, mail, department_id, password_temporary, password_ends_at)
           values ($1, $2, $3, $4, $5, $6, true, now() + $7::int * interval '1 day')
           returning password_ends_at as ends_at`,
          [id, login, hash, entry.name, entry.mail || null, entry.departmentId, startingPasswordDays],
        );
        await writeTeams(tx, id, entry.teamIds);
        const { given } = await giveRoles(tx, id, by, entry.roles, book);
        await recordChange(tx, id, by, 'added', { given });
        return done({ id, password, endsAt: made?.ends_at.toISOString() ?? '' });
      });
    } catch (error) {
      if (uniqueRuleOf(error) === null) throw error;
      return refuse('answers-invalid', { problems: [officialProblem('/login', 'login-taken')] });
    }
  }
}
