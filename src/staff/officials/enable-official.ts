import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { done, type Outcome, refuse } from '../../http/refusal.js';
import { recordChange } from '../record-change.js';
import { asAdministrator, lockOfficial } from './as-administrator.js';

@Injectable()
export class EnableOfficial {
  constructor(private readonly dataSource: DataSource) {}

  /** Lets an official in again, with the roles they have. */
  async run(by: string, id: string): Promise<Outcome<null>> {
    if (id === by) return refuse('own-account');
    return this.dataSource.transaction(async (tx) => {
      const allowed = await asAdministrator(tx, by);
      if (!allowed.ok) return allowed;
      const official = await lockOfficial(tx, id);
      if (!official) return refuse('not-found');
      if (!official.disabled) return done(null);
      await tx.query(
        'update staff set disabled_at = null, disabled_reason = null, lock = lock + 1 where id = $1',
        [id],
      );
      await recordChange(tx, id, by, 'enabled');
      return done(null);
    });
  }
}
