import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { done, type Outcome, refuse } from '../../http/refusal.js';
import { SignInThrottle } from '../sign-in-throttle.js';
import { stepOfCode } from './one-time-code.js';
import { hashOfRecoveryCode } from './recovery-codes.js';
import { SecretBox } from './secret-box.js';

/** How somebody showed that they have the device, or what replaces it. */
export type CodeProof = 'one-time-code' | 'recovery-code';

/** What a sealed key of an official is for. */
export function secondFactorOf(staffId: string): string {
  return `second-factor ${staffId}`;
}

@Injectable()
export class ProveCode {
  constructor(
    private readonly dataSource: DataSource,
    private readonly throttle: SignInThrottle,
    private readonly box: SecretBox,
  ) {}

  /** Takes a one-time code or a recovery code, each once. Failures are counted like those of passwords. */
  async run(staffId: string, typed: string, address: string): Promise<Outcome<CodeProof>> {
    const attempt = await this.throttle.begin('staff-code', staffId, address);
    if (attempt === null) {
      return refuse('too-many-attempts', { params: { minutes: this.throttle.waitMinutes } });
    }
    const code = typed.normalize('NFKC').replace(/[\s-]/g, '');
    const proof = /^\d{6}$/.test(code)
      ? await this.takeCode(staffId, code)
      : await this.takeRecoveryCode(staffId, code);
    if (proof === null) return refuse('one-time-code-wrong');
    await this.throttle.succeeded(attempt);
    return done(proof);
  }

  private async takeCode(staffId: string, code: string): Promise<CodeProof | null> {
    const [factor] = await this.dataSource.query<{ secret: Buffer; last_step: number }[]>(
      'select secret, last_step from second_factor where staff_id = $1 and secret is not null',
      [staffId],
    );
    if (!factor) return null;
    const secret = this.box.open(factor.secret, secondFactorOf(staffId));
    const step = stepOfCode(secret, code, Date.now(), factor.last_step);
    if (step === null) return null;
    // Of two who send the same code at once, one raises the step.
    const [, taken] = await this.dataSource.query<[unknown[], number]>(
      'update second_factor set last_step = $2 where staff_id = $1 and last_step < $2',
      [staffId, step],
    );
    return taken === 1 ? 'one-time-code' : null;
  }

  private async takeRecoveryCode(staffId: string, code: string): Promise<CodeProof | null> {
    const hash = hashOfRecoveryCode(code);
    if (hash === null) return null;
    const [, taken] = await this.dataSource.query<[unknown[], number]>(
      'update recovery_code set used_at = now() where staff_id = $1 and hash = $2 and used_at is null',
      [staffId, hash],
    );
    return taken === 1 ? 'recovery-code' : null;
  }
}
