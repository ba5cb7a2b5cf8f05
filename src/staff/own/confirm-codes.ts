import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffAsker } from '../../access/asker.js';
import { stepOfCode } from '../../access/second-factor/one-time-code.js';
import { secondFactorOf } from '../../access/second-factor/prove-code.js';
import { SecretBox } from '../../access/second-factor/secret-box.js';
import { Sessions } from '../../access/sessions.js';
import { SignInThrottle } from '../../access/sign-in-throttle.js';
import { done, type Outcome, refuse } from '../../http/refusal.js';
import { recordChange } from '../record-change.js';
import type { RecoveryCodes } from './own-account.dto.js';
import { replaceRecoveryCodes } from './replace-recovery-codes.js';

@Injectable()
export class ConfirmCodes {
  constructor(
    private readonly dataSource: DataSource,
    private readonly box: SecretBox,
    private readonly sessions: Sessions,
    private readonly throttle: SignInThrottle,
  ) {}

  /**
   * A code shows that the device has the key: from now on codes are asked for. Ends every other session, and gives ten
   * recovery codes.
   */
  async run(me: StaffAsker, typed: string, token: string, address: string): Promise<Outcome<RecoveryCodes>> {
    if (me.entering === 'code' || me.entering === 'password') return refuse('sign-in-unfinished');
    const attempt = await this.throttle.begin('staff-code', me.id, address);
    if (attempt === null) {
      return refuse('too-many-attempts', { params: { minutes: this.throttle.waitMinutes } });
    }
    const outcome = await this.dataSource.transaction(async (tx): Promise<Outcome<readonly string[]>> => {
      const [factor] = await tx.query<{ pending: Buffer | null }[]>(
        'select pending from second_factor where staff_id = $1 for update',
        [me.id],
      );
      if (!factor?.pending) return refuse('codes-not-begun');
      const secret = this.box.open(factor.pending, secondFactorOf(me.id));
      const code = typed.normalize('NFKC').replace(/[\s-]/g, '');
      const step = stepOfCode(secret, code, Date.now(), 0);
      if (step === null) return refuse('one-time-code-wrong');
      await tx.query(
        `update second_factor set secret = pending, pending = null, since = now(), last_step = $2
         where staff_id = $1`,
        [me.id, step],
      );
      const codes = await replaceRecoveryCodes(tx, me.id);
      await recordChange(tx, me.id, me.id, 'codes-set-up');
      return done(codes);
    });
    if (!outcome.ok) return outcome;
    await this.throttle.succeeded(attempt);
    await this.sessions.proveCode(token);
    await this.sessions.endOthers({ kind: 'staff', id: me.id }, token);
    return done({ codes: [...outcome.value] });
  }
}
