import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SignInThrottle } from '../../access/sign-in-throttle.js';
import { done, type Outcome, refuse } from '../../http/refusal.js';
import { recordChange } from '../record-change.js';
import { asAdministrator, lockOfficial } from './as-administrator.js';
import type { StartingPassword } from './official.dto.js';
import { newStartingPassword, startingPasswordDays } from './starting-password.js';

@Injectable()
export class IssuePassword {
  constructor(
    private readonly dataSource: DataSource,
    private readonly throttle: SignInThrottle,
  ) {}

  /** Another starting password for somebody who forgot theirs. They are signed out everywhere. */
  async run(by: string, id: string): Promise<Outcome<StartingPassword>> {
    if (id === by) return refuse('own-account');
    const { password, hash } = await newStartingPassword();
    const outcome = await this.dataSource.transaction(async (tx) => {
      const allowed = await asAdministrator(tx, by);
      if (!allowed.ok) return allowed;
      const official = await lockOfficial(tx, id);
      if (!official) return refuse('not-found');
      if (official.disabled) return refuse('official-disabled');
      const [[row] = []] = await tx.query<[{ login: string; ends_at: Date }[], number]>(
        `update staff set password_hash = $2, password_temporary = true,
           password_ends_at = now() + $3::int * interval '1 day' where id = $1
         returning login, password_ends_at as ends_at`,
        [id, hash, startingPasswordDays],
      );
      await tx.query('delete from session where staff_id = $1', [id]);
      await recordChange(tx, id, by, 'password-issued');
      return done({ login: row?.login ?? '', endsAt: row?.ends_at.toISOString() ?? '' });
    });
    if (!outcome.ok) return outcome;
    // Who forgot a password has failed often enough to be kept waiting.
    await this.throttle.forget('staff', outcome.value.login);
    return done({ id, password, endsAt: outcome.value.endsAt });
  }
}
