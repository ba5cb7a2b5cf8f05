import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { advance } from '#engine';
import { inTransaction } from '../database/in-transaction.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { ProcedureLibrary } from '../procedures/procedure-library.js';
import { applicantsAction } from './applicants-action.js';
import { fromEngine } from './engine-refusal.js';
import { factsOf, lockApplication } from './locked-application.js';
import { RecordAdvance } from './record-advance.js';

@Injectable()
export class WithdrawApplication {
  constructor(
    private readonly dataSource: DataSource,
    private readonly library: ProcedureLibrary,
    private readonly record: RecordAdvance,
  ) {}

  /**
   * 取下げ: ends the application at the applicant's wish, with the correction draft that may be open.
   *
   * @param within a transaction that it is part of; left out, it is one of its own
   */
  async run(applicantId: string, id: string, reason: string, within?: EntityManager): Promise<Outcome<null>> {
    return inTransaction(this.dataSource, within, async (tx) => {
      const application = await lockApplication(tx, id, { applicantId });
      if (!application) return refuse('not-found');
      const { procedure } = await this.library.version(application.version_hash);
      const action = applicantsAction(procedure, application.state, 'withdraw');
      if (action === null) return refuse('action-not-available');
      const actor = { kind: 'applicant', id: applicantId, roles: [] } as const;
      const command = { action, actor, reason, publicReason: reason };
      const now = application.now.toISOString();
      const next = advance(procedure, application.state, command, factsOf(application), now);
      if (!next.ok) return fromEngine(next);
      await this.record.run(tx, application, procedure, next);
      await tx.query(`delete from draft where corrects_id = $1 and state = 'open'`, [id]);
      return done(null);
    });
  }
}
