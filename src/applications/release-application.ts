import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { inTransaction } from '../database/in-transaction.js';
import { releaseHold } from '#engine';
import { actorIn, type StaffAsker } from '../access/asker.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { ProcedureLibrary } from '../procedures/procedure-library.js';
import type { ReleaseRequest } from './desk.dto.js';
import { fromEngine } from './engine-refusal.js';
import { lockApplication } from './locked-application.js';
import { RecordAdvance } from './record-advance.js';

@Injectable()
export class ReleaseApplication {
  constructor(
    private readonly dataSource: DataSource,
    private readonly library: ProcedureLibrary,
    private readonly record: RecordAdvance,
  ) {}

  async run(
    staff: StaffAsker,
    id: string,
    request: ReleaseRequest,
    within?: EntityManager,
  ): Promise<Outcome<null>> {
    return inTransaction(this.dataSource, within, async (tx) => {
      const application = await lockApplication(tx, id, { procedures: Object.keys(staff.roles) });
      if (!application) return refuse('not-found');
      if (application.lock !== request.lock) return refuse('application-changed');
      if (!application.state.hold) return refuse('not-on-hold');
      const { procedure } = await this.library.version(application.version_hash);
      const actor = actorIn(staff, application.procedure_id);
      const next = releaseHold(procedure, application.state, actor, application.now.toISOString());
      if (!next.ok) return fromEngine(next);
      await this.record.run(tx, application, procedure, next);
      return done(null);
    });
  }
}
