import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { done, type Outcome, refuse } from '../http/refusal.js';
import type { ApplicantAsker } from './asker.js';
import { passwordMatches } from './password.js';
import { SignInThrottle } from './sign-in-throttle.js';

/** What the password of the asker was found to be. */
export type ProvenPassword = 'right' | 'missing' | 'wrong';

@Injectable()
export class ProvePassword {
  constructor(
    private readonly dataSource: DataSource,
    private readonly throttle: SignInThrottle,
  ) {}

  /**
   * Before a step that would lock the owner out: is the one at the keyboard the one who signed in? Counts as an attempt
   * to sign in. An account that signs in elsewhere alone has no password to ask for.
   */
  async run(
    { accountId, mail }: ApplicantAsker,
    typed: string,
    address: string,
  ): Promise<Outcome<ProvenPassword>> {
    const [account] = await this.dataSource.query<{ password_hash: string | null }[]>(
      'select password_hash from account where id = $1',
      [accountId],
    );
    if (account && account.password_hash === null) return done('right');
    if (typed === '') return done('missing');
    const attempt = await this.throttle.begin('applicant', mail, address);
    if (attempt === null) {
      return refuse('too-many-attempts', { params: { minutes: this.throttle.waitMinutes } });
    }
    if (!(await passwordMatches(account?.password_hash ?? null, typed))) return done('wrong');
    await this.throttle.succeeded(attempt);
    return done('right');
  }
}
