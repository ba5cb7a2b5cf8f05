import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { passwordMatches } from '../../access/password.js';
import { SignInThrottle } from '../../access/sign-in-throttle.js';
import type { StaffAsker } from '../../access/asker.js';
import { currentPasswordProblems } from '../../accounts/current-password.js';
import { done, type Outcome, refuse } from '../../http/refusal.js';

@Injectable()
export class ProveOwnPassword {
  constructor(
    private readonly dataSource: DataSource,
    private readonly throttle: SignInThrottle,
  ) {}

  /** Before a step that would lock the owner out. Counts as an attempt to sign in. */
  async run(me: StaffAsker, typed: string, address: string): Promise<Outcome<null>> {
    if (typed === '') return refuse('answers-invalid', { problems: currentPasswordProblems('missing') });
    const [staff] = await this.dataSource.query<{ login: string; password_hash: string }[]>(
      'select login, password_hash from staff where id = $1',
      [me.id],
    );
    const attempt = await this.throttle.begin('staff', staff?.login ?? '', address);
    if (attempt === null) {
      return refuse('too-many-attempts', { params: { minutes: this.throttle.waitMinutes } });
    }
    if (!(await passwordMatches(staff?.password_hash ?? null, typed))) {
      return refuse('answers-invalid', { problems: currentPasswordProblems('wrong') });
    }
    await this.throttle.succeeded(attempt);
    return done(null);
  }
}
