import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { done, type Outcome, refuse } from '../../http/refusal.js';
import { recordChange } from '../record-change.js';
import { anotherAdministrator, asAdministrator, lockOfficial } from './as-administrator.js';
import { reasonProblem } from './reason-problem.js';
import { releaseCases } from './release-cases.js';

@Injectable()
export class DisableOfficial {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Locks an official out, at once and everywhere; what lies on their desk goes back into the queue.
   * @returns how many applications did
   */
  async run(by: string, id: string, typed: string): Promise<Outcome<number>> {
    if (id === by) return refuse('own-account');
    const reason = typed.trim();
    if (reason === '') return refuse('answers-invalid', { problems: [reasonProblem] });
    return this.dataSource.transaction(async (tx) => {
      const allowed = await asAdministrator(tx, by);
      if (!allowed.ok) return allowed;
      const official = await lockOfficial(tx, id);
      if (!official) return refuse('not-found');
      if (official.disabled) return done(0);
      const [administrator] = await tx.query<unknown[]>(
        `select 1 from office_role_in_force where staff_id = $1 and role = 'administrator'`,
        [id],
      );
      if (administrator && !(await anotherAdministrator(tx, id))) return refuse('last-administrator');
      await tx.query(
        'update staff set disabled_at = now(), disabled_reason = $2, lock = lock + 1 where id = $1',
        [id, reason],
      );
      await tx.query('delete from session where staff_id = $1', [id]);
      const released = await releaseCases(tx, id, by);
      await recordChange(tx, id, by, 'disabled', { reason, released });
      return done(released);
    });
  }
}
