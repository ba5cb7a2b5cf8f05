import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { done, type Outcome, refuse } from '../../http/refusal.js';
import { recordChange } from '../record-change.js';
import { asAdministrator, lockOfficial } from './as-administrator.js';

@Injectable()
export class EndSessions {
  constructor(private readonly dataSource: DataSource) {}

  /** Signs an official out everywhere. */
  async run(by: string, id: string): Promise<Outcome<null>> {
    if (id === by) return refuse('own-account');
    return this.dataSource.transaction(async (tx) => {
      const allowed = await asAdministrator(tx, by);
      if (!allowed.ok) return allowed;
      if (!(await lockOfficial(tx, id))) return refuse('not-found');
      const [, ended] = await tx.query<[unknown[], number]>('delete from session where staff_id = $1', [id]);
      if (ended > 0) await recordChange(tx, id, by, 'sessions-ended');
      return done(null);
    });
  }
}
