import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { inTransaction } from '../database/in-transaction.js';
import { advance, type Command } from '#engine';
import { actorIn, type StaffAsker } from '../access/asker.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { ProcedureLibrary } from '../procedures/procedure-library.js';
import type { TakeActionRequest } from './desk.dto.js';
import { lastingTargets } from './correction-targets.js';
import { fromEngine } from './engine-refusal.js';
import { factsOf, lockApplication } from './locked-application.js';
import { askingActions, needsPermission } from './second-correction.js';
import { RecordAdvance } from './record-advance.js';

@Injectable()
export class TakeAction {
  constructor(
    private readonly dataSource: DataSource,
    private readonly library: ProcedureLibrary,
    private readonly record: RecordAdvance,
  ) {}

  /**
   * One action of an official on what they saw: of two at the same moment one takes place.
   *
   * @param within a transaction that it is part of; left out, it is one of its own
   */
  async run(
    staff: StaffAsker,
    id: string,
    action: string,
    { lock, ...given }: TakeActionRequest,
    within?: EntityManager,
  ): Promise<Outcome<null>> {
    return inTransaction(this.dataSource, within, async (tx) => {
      const application = await lockApplication(tx, id, { procedures: Object.keys(staff.roles) });
      if (!application) return refuse('not-found');
      if (application.lock !== lock) return refuse('application-changed');
      const { procedure } = await this.library.version(application.version_hash);
      const command: Command = {
        ...given,
        ...(given.targets && { targets: lastingTargets(application.answers, given.targets) }),
        action,
        actor: actorIn(staff, application.procedure_id),
      };
      const now = application.now.toISOString();
      const next = advance(procedure, application.state, command, factsOf(application), now);
      if (!next.ok) return fromEngine(next);
      const isRequest = askingActions(procedure).includes(action);
      if (isRequest && (await needsPermission(tx, procedure, application)))
        return refuse('second-correction');
      await this.record.run(tx, application, procedure, next);
      return done(null);
    });
  }
}
