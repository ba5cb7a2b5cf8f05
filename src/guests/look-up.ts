import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { passwordMatches } from '../access/password.js';
import type { FromBrowser } from '../access/session-cookie.js';
import { Sessions } from '../access/sessions.js';
import { SignInThrottle } from '../access/sign-in-throttle.js';
import { recordAudit } from '../audit/record-audit.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import type { LookUpRequest } from './guest.dto.js';
import { plain } from './issue-secret.js';

@Injectable()
export class LookUp {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sessions: Sessions,
    private readonly throttle: SignInThrottle,
  ) {}

  /**
   * Goes on as the guest who sent the application of that number. A wrong number and a wrong secret look the same and
   * take the same time.
   * @returns the new session's token
   */
  async run(
    { number: typed, secret }: LookUpRequest,
    address: string,
    browser: FromBrowser,
  ): Promise<Outcome<string>> {
    const number = typed
      .normalize('NFKC')
      .replace(/[\s\u2010-\u2015\u2212\u30fc]/g, (c) => (/\s/.test(c) ? '' : '-'));
    const attempt = await this.throttle.begin('guest', number, address);
    if (attempt === null)
      return refuse('too-many-attempts', { params: { minutes: this.throttle.waitMinutes } });
    const [found] = await this.dataSource.query<{ id: string; password_hash: string | null }[]>(
      `select c.id, c.password_hash from application p
       join applicant a on a.id = p.applicant_id join account c on c.id = a.account_id
       where p.number = $1 and c.guest_of is not null and c.disabled_at is null`,
      [number],
    );
    const matches = await passwordMatches(found?.password_hash ?? null, plain(secret));
    if (!matches || !found) {
      await recordAudit(this.dataSource, {
        actor: { kind: 'unknown', id: null },
        action: 'sign-in.refuse',
        subject: { kind: 'account', id: found?.id ?? null },
      });
      return refuse('look-up-failed');
    }
    await this.throttle.succeeded(attempt);
    return done(await this.sessions.open('applicant', found.id, browser));
  }
}
