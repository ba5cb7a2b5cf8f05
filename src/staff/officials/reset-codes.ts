import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SignInThrottle } from '../../access/sign-in-throttle.js';
import { done, type Outcome, refuse } from '../../http/refusal.js';
import { recordChange } from '../record-change.js';
import { asAdministrator, lockOfficial } from './as-administrator.js';
import { reasonProblem } from './reason-problem.js';

@Injectable()
export class ResetCodes {
  constructor(
    private readonly dataSource: DataSource,
    private readonly throttle: SignInThrottle,
  ) {}

  /** For somebody who lost their device and their recovery codes: one-time codes are set up anew at the next sign-in. */
  async run(by: string, id: string, typed: string): Promise<Outcome<null>> {
    if (id === by) return refuse('own-account');
    const reason = typed.trim();
    if (reason === '') return refuse('answers-invalid', { problems: [reasonProblem] });
    const outcome = await this.dataSource.transaction(async (tx): Promise<Outcome<null>> => {
      const allowed = await asAdministrator(tx, by);
      if (!allowed.ok) return allowed;
      if (!(await lockOfficial(tx, id))) return refuse('not-found');
      await tx.query('delete from second_factor where staff_id = $1', [id]);
      await tx.query('delete from recovery_code where staff_id = $1', [id]);
      await tx.query('delete from session where staff_id = $1', [id]);
      await recordChange(tx, id, by, 'codes-reset', { reason });
      return done(null);
    });
    if (outcome.ok) await this.throttle.forget('staff-code', id);
    return outcome;
  }
}
