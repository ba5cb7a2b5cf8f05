import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { inTransaction } from '../../database/in-transaction.js';
import { done, type Outcome, refuse } from '../../http/refusal.js';
import { type ChangeDetail, recordChange } from '../record-change.js';
import { RoleBook, WHOLE_OFFICE } from '../role-book.js';
import { anotherAdministrator, asAdministrator, lockOfficial } from './as-administrator.js';
import { giveRoles, heldRoles } from './give-roles.js';
import { entryProblems, normalizedEntry } from './judge-official.js';
import type { ChangeOfficialRequest, OfficialEntry } from './official.dto.js';
import { releaseCases } from './release-cases.js';
import { writeTeams } from './write-teams.js';

@Injectable()
export class ChangeOfficial {
  constructor(
    private readonly dataSource: DataSource,
    private readonly book: RoleBook,
  ) {}

  /**
   * Name, mail, department, teams and roles as a whole. Where the official has no role left, their applications go
   * back into the queue.
   * @param within a transaction that it is part of; left out, it is one of its own
   * @returns how many applications did
   */
  async run(
    by: string,
    id: string,
    { lock, ...typed }: ChangeOfficialRequest,
    within?: EntityManager,
  ): Promise<Outcome<number>> {
    if (id === by) return refuse('own-account');
    const entry = normalizedEntry(typed);
    const book = await this.book.read('ja');
    return inTransaction(this.dataSource, within, async (tx) => {
      const allowed = await asAdministrator(tx, by);
      if (!allowed.ok) return allowed;
      const official = await lockOfficial(tx, id);
      if (!official) return refuse('not-found');
      if (official.lock !== lock) return refuse('official-changed');
      const held = new Set((await heldRoles(tx, id)).map((role) => `${role.procedureId} ${role.role}`));
      const problems = await entryProblems(tx, entry, book, held);
      if (problems.length > 0) return refuse('answers-invalid', { problems });
      const staysAdministrator = entry.roles.some(
        (role) => role.procedureId === WHOLE_OFFICE && role.role === 'administrator' && role.toOn === null,
      );
      const wasAdministrator = held.has(`${WHOLE_OFFICE} administrator`);
      if (wasAdministrator && !staysAdministrator && !(await anotherAdministrator(tx, id))) {
        return refuse('last-administrator');
      }
      const before = await wordsOf(tx, id);
      await tx.query(
        'update staff set name = $2, mail = $3, department_id = $4, lock = lock + 1 where id = $1',
        [id, entry.name, entry.mail || null, entry.departmentId],
      );
      await writeTeams(tx, id, entry.teamIds);
      const { given, taken } = await giveRoles(tx, id, by, entry.roles, book);
      const released = await releaseCases(tx, id, by, { kept: proceduresOf(entry) });
      const fields = changedFields(before, await wordsOf(tx, id));
      if (Object.keys(fields).length + given.length + taken.length > 0) {
        await recordChange(tx, id, by, 'changed', {
          fields,
          given,
          taken,
          ...(released > 0 && { released }),
        });
      }
      return done(released);
    });
  }
}

function proceduresOf({ roles }: OfficialEntry): readonly string[] {
  return [...new Set(roles.map(({ procedureId }) => procedureId))];
}

type Words = Readonly<Record<'name' | 'mail' | 'department' | 'teams', string>>;

async function wordsOf(tx: EntityManager, id: string): Promise<Words> {
  const [words] = await tx.query<[Words]>(
    `select s.name, coalesce(s.mail, '') as mail, d.full_ja as department, coalesce((
       select string_agg(m.name_ja, '、' order by m.name_ja) from staff_team t join team m on m.id = t.team_id
       where t.staff_id = s.id), '') as teams
     from staff s join department d on d.id = s.department_id where s.id = $1`,
    [id],
  );
  return words;
}

function changedFields(before: Words, after: Words): NonNullable<ChangeDetail['fields']> {
  const names = Object.keys(before) as (keyof Words)[];
  return Object.fromEntries(
    names.filter((name) => before[name] !== after[name]).map((name) => [name, [before[name], after[name]]]),
  );
}
