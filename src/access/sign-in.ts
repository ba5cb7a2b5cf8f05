import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { recordAudit } from '../audit/record-audit.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import type { Asker } from './asker.js';
import { passwordMatches } from './password.js';
import { ProveCode } from './second-factor/prove-code.js';
import type { FromBrowser } from './session-cookie.js';
import { Sessions } from './sessions.js';
import { SignInThrottle } from './sign-in-throttle.js';

const accounts = {
  applicant: 'select id, password_hash from account where mail_key = $1 and disabled_at is null',
  staff: `select id, password_hash, coalesce(password_ends_at < now(), false) as over
          from staff where login = $1 and disabled_at is null`,
};

/** Signed in as far as a password goes: officials with codes are there once their code was right. */
const noteSignIn = `update staff set previous_sign_in_at = last_sign_in_at, last_sign_in_at = now() where id = $1`;

interface Found {
  readonly id: string;
  readonly password_hash: string | null;
  /** A starting password whose time has passed. */
  readonly over?: boolean;
}

@Injectable()
export class SignIn {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sessions: Sessions,
    private readonly throttle: SignInThrottle,
    private readonly codes: ProveCode,
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
    const [found] = await this.dataSource.query<Found[]>(accounts[kind], [account.trim().toLowerCase()]);
    const matches = await passwordMatches(found?.password_hash ?? null, password);
    if (!matches || !found) {
      await recordAudit(this.dataSource, {
        actor: { kind: 'unknown', id: null },
        action: 'sign-in.refuse',
        subject: { kind: kind === 'staff' ? 'staff' : 'account', id: found?.id ?? null },
      });
      return refuse('sign-in-failed');
    }
    if (found.over) return refuse('starting-password-over');
    await this.throttle.succeeded(attempt);
    const token = await this.sessions.open(kind, found.id, browser);
    if (kind === 'staff') await this.noteUnlessOwed(token, found.id);
    return done(token);
  }

  /** The second step of an official: a one-time code, or a recovery code. */
  async proveCode(token: string, staffId: string, typed: string, address: string): Promise<Outcome<null>> {
    const proof = await this.codes.run(staffId, typed, address);
    if (!proof.ok) {
      await recordAudit(this.dataSource, {
        actor: { kind: 'staff', id: staffId },
        action: 'sign-in.refuse',
        subject: { kind: 'staff', id: staffId },
      });
      return proof;
    }
    await this.sessions.proveCode(token);
    await this.dataSource.query(noteSignIn, [staffId]);
    return done(null);
  }

  private async noteUnlessOwed(token: string, staffId: string): Promise<void> {
    const asker = await this.sessions.find(token);
    if (asker?.kind === 'staff' && asker.entering !== 'code') {
      await this.dataSource.query(noteSignIn, [staffId]);
    }
  }
}
