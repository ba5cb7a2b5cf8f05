import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffAsker } from '../../access/asker.js';
import { done, type Outcome, refuse } from '../../http/refusal.js';
import { recordChange } from '../record-change.js';
import type { RecoveryCodes } from './own-account.dto.js';
import { ProveOwnPassword } from './prove-own-password.js';
import { replaceRecoveryCodes } from './replace-recovery-codes.js';

@Injectable()
export class RenewRecoveryCodes {
  constructor(
    private readonly dataSource: DataSource,
    private readonly prove: ProveOwnPassword,
  ) {}

  async run(me: StaffAsker, password: string, address: string): Promise<Outcome<RecoveryCodes>> {
    const proven = await this.prove.run(me, password, address);
    if (!proven.ok) return proven;
    return this.dataSource.transaction(async (tx) => {
      const [factor] = await tx.query<unknown[]>(
        'select 1 from second_factor where staff_id = $1 and secret is not null for update',
        [me.id],
      );
      if (!factor) return refuse('codes-not-begun');
      const codes = await replaceRecoveryCodes(tx, me.id);
      await recordChange(tx, me.id, me.id, 'recovery-codes-renewed');
      return done({ codes: [...codes] });
    });
  }
}
