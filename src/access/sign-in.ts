import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { recordAudit } from '../audit/record-audit.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import type { Asker } from './asker.js';
import { passwordMatches } from './password.js';
import type { FromBrowser } from './session-cookie.js';
import { Sessions } from './sessions.js';
import { SignInThrottle } from './sign-in-throttle.js';

const accounts = {
  applicant: 'select id, password_hash from account where mail_key = $1 and disabled_at is null',
  staff: 'select id, password_hash from staff where login = $1 and disabled_at is null',
};

@Injectable()
export class SignIn {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sessions: Sessions,
    private readonly throttle: SignInThrottle,
  ) {}

  /**
   * @param account mail address of an applicant, login name of an official
   * @returns the new session's token
   */
  async run(
    kind: Asker['kind'],
    account: string,
    password: string,
    address: string,
    browser: FromBrowser,
  ): Promise<Outcome<string>> {
    const attempt = await this.throttle.begin(kind, account, address);
    if (attempt === null) {
      return refuse('too-many-attempts', { params: { minutes: this.throttle.waitMinutes } });
    }
    const [found] = await this.dataSource.query<{ id: string; password_hash: string | null }[]>(
      accounts[kind],
      [account.trim().toLowerCase()],
    );
    const matches = await passwordMatches(found?.password_hash ?? null, password);
    if (!matches || !found) {
      await recordAudit(this.dataSource, {
        actor: { kind: 'unknown', id: null },
        action: 'sign-in.refuse',
        subject: { kind: kind === 'staff' ? 'staff' : 'account', id: found?.id ?? null },
      });
      return refuse('sign-in-failed');
    }
    await this.throttle.succeeded(attempt);
    return done(await this.sessions.open(kind, found.id, browser));
  }
}
