import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffAsker } from '../../access/asker.js';
import { mustUseCodes } from '../../access/second-factor/codes-required.js';
import { CONFIG, type Config } from '../../config/config.js';
import { done, type Outcome, refuse } from '../../http/refusal.js';
import { recordChange } from '../record-change.js';
import { ProveOwnPassword } from './prove-own-password.js';

@Injectable()
export class GiveUpCodes {
  constructor(
    private readonly dataSource: DataSource,
    private readonly prove: ProveOwnPassword,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Signing in takes the password alone again, for those whose roles do not ask for more. */
  async run(me: StaffAsker, password: string, address: string): Promise<Outcome<null>> {
    if (mustUseCodes(this.config.codesRequiredOf, me.officeRoles, me.roles)) return refuse('codes-required');
    const proven = await this.prove.run(me, password, address);
    if (!proven.ok) return proven;
    return this.dataSource.transaction(async (tx) => {
      await tx.query('delete from recovery_code where staff_id = $1', [me.id]);
      const [, gone] = await tx.query<[unknown[], number]>('delete from second_factor where staff_id = $1', [
        me.id,
      ]);
      if (gone > 0) await recordChange(tx, me.id, me.id, 'codes-given-up');
      return done(null);
    });
  }
}
