import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffAsker } from '../../access/asker.js';
import { hashPassword, passwordMatches } from '../../access/password.js';
import { Sessions } from '../../access/sessions.js';
import { judgeNewPassword } from '../../accounts/judge-profile.js';
import type { FieldProblem } from '../../http/problem.dto.js';
import { done, type Outcome, refuse } from '../../http/refusal.js';
import { recordChange } from '../record-change.js';
import type { ChooseOwnPasswordRequest } from './own-account.dto.js';
import { ProveOwnPassword } from './prove-own-password.js';

@Injectable()
export class ChooseOwnPassword {
  constructor(
    private readonly dataSource: DataSource,
    private readonly prove: ProveOwnPassword,
    private readonly sessions: Sessions,
  ) {}

  /**
   * Right after a sign-in with a starting password that one need not be typed again. Ends every other session.
   * @param token of the session that goes on
   */
  async run(
    me: StaffAsker,
    entry: ChooseOwnPasswordRequest,
    token: string,
    address: string,
  ): Promise<Outcome<null>> {
    // The code comes before the password: see the order of the steps.
    if (me.entering === 'code') return refuse('sign-in-unfinished');
    const proven =
      me.entering === 'password' ? done(null) : await this.prove.run(me, entry.currentPassword, address);
    if (!proven.ok && proven.code !== 'answers-invalid') return proven;
    const [staff] = await this.dataSource.query<{ login: string; password_hash: string }[]>(
      'select login, password_hash from staff where id = $1',
      [me.id],
    );
    const faults = judgeNewPassword(entry, staff?.login ?? '');
    // Whoever has not proven the present password is not told that they have guessed it.
    const isSame =
      proven.ok &&
      faults.length === 0 &&
      (await passwordMatches(staff?.password_hash ?? null, entry.password));
    const problems = [...(proven.ok ? [] : (proven.problems ?? [])), ...faults, ...(isSame ? [same] : [])];
    if (problems.length > 0) return refuse('answers-invalid', { problems });
    const hash = await hashPassword(entry.password);
    await this.dataSource.transaction(async (tx) => {
      await tx.query(
        'update staff set password_hash = $2, password_temporary = false, password_ends_at = null where id = $1',
        [me.id, hash],
      );
      await recordChange(tx, me.id, me.id, 'password-chosen');
    });
    await this.sessions.endOthers({ kind: 'staff', id: me.id }, token);
    return done(null);
  }
}

const same: FieldProblem = {
  path: '/password',
  code: 'password-same',
  level: 'error',
  text: {
    ja: 'いまと同じパスワードです。別のものにしてください。',
    en: 'This is the present password. Choose another one.',
  },
};
