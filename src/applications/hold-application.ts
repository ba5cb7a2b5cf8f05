import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { inTransaction } from '../database/in-transaction.js';
import { holdApplication } from '#engine';
import { actorIn, type StaffAsker } from '../access/asker.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { ProcedureLibrary } from '../procedures/procedure-library.js';
import type { HoldRequest } from './desk.dto.js';
import { fromEngine } from './engine-refusal.js';
import { lockApplication } from './locked-application.js';
import { RecordAdvance } from './record-advance.js';

@Injectable()
export class HoldApplication {
  constructor(
    private readonly dataSource: DataSource,
    private readonly library: ProcedureLibrary,
    private readonly record: RecordAdvance,
  ) {}

  /** Puts a case aside, with a reason, an owner (who asks) and a day to look again. */
  async run(
    staff: StaffAsker,
    id: string,
    request: HoldRequest,
    within?: EntityManager,
  ): Promise<Outcome<null>> {
    return inTransaction(this.dataSource, within, async (tx) => {
      const application = await lockApplication(tx, id, { procedures: Object.keys(staff.roles) });
      if (!application) return refuse('not-found');
      if (application.lock !== request.lock) return refuse('application-changed');
      const { procedure } = await this.library.version(application.version_hash);
      const actor = actorIn(staff, application.procedure_id);
      const hold = { reason: request.reason, ownerId: staff.id, reviewOn: request.reviewOn };
      const now = application.now.toISOString();
      const next = holdApplication(procedure, application.state, hold, actor, now);
      if (!next.ok) return fromEngine(next);
      await this.record.run(tx, application, procedure, next);
      return done(null);
    });
  }
}
