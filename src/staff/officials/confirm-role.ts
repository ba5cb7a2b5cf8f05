import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { done, type Outcome, refuse } from '../../http/refusal.js';
import { type GivenRole, recordChange } from '../record-change.js';
import { asAdministrator, lockOfficial } from './as-administrator.js';
import type { ConfirmRoleRequest } from './official.dto.js';

@Injectable()
export class ConfirmRole {
  constructor(private readonly dataSource: DataSource) {}

  /** The second yes to a role that decides; whoever gave it, and whoever gets it, cannot say it. */
  async run(by: string, id: string, { procedureId, role }: ConfirmRoleRequest): Promise<Outcome<null>> {
    if (id === by) return refuse('own-account');
    return this.dataSource.transaction(async (tx) => {
      const allowed = await asAdministrator(tx, by);
      if (!allowed.ok) return allowed;
      if (!(await lockOfficial(tx, id))) return refuse('not-found');
      const [awaited] = await tx.query<(GivenRole & { givenBy: string | null })[]>(
        `select procedure_id as "procedureId", role, from_on::text as "fromOn", to_on::text as "toOn",
           given_by as "givenBy"
         from staff_role where staff_id = $1 and procedure_id = $2 and role = $3 and awaited`,
        [id, procedureId, role],
      );
      // Taken away again, or confirmed by somebody else.
      if (!awaited) return refuse('official-changed');
      const { givenBy, ...given } = awaited;
      if (givenBy === by) return refuse('role-needs-another');
      await tx.query(
        `update staff_role set awaited = false, confirmed_by = $4
         where staff_id = $1 and procedure_id = $2 and role = $3`,
        [id, procedureId, role, by],
      );
      await tx.query('update staff set lock = lock + 1 where id = $1', [id]);
      await recordChange(tx, id, by, 'role-confirmed', { given: [given] });
      return done(null);
    });
  }
}
