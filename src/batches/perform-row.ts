import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { StaffAsker } from '../access/asker.js';
import { AssignApplication } from '../applications/assign-application.js';
import { HoldApplication } from '../applications/hold-application.js';
import { type LockedApplication, lockApplication } from '../applications/locked-application.js';
import { ReleaseApplication } from '../applications/release-application.js';
import { TakeAction } from '../applications/take-action.js';
import { type Outcome, refuse } from '../http/refusal.js';
import { ProcedureLibrary } from '../procedures/procedure-library.js';
import type { BatchWork } from './batch.dto.js';
import type { RowsOwn } from './batch-row.entity.js';
import { rowRequest } from './row-request.js';

/** One application of a batch, as the official saw it. */
export interface RowToPerform {
  readonly id: string;
  readonly lock: number;
  readonly own: RowsOwn;
}

/** The same, held by this transaction. */
interface HeldRow extends RowToPerform {
  readonly application: LockedApplication;
}

type Perform<K extends BatchWork['kind']> = (
  tx: EntityManager,
  staff: StaffAsker,
  row: HeldRow,
  work: Extract<BatchWork, { kind: K }>,
) => Promise<Outcome<null>>;

/** Does with one application what the batch does with all: by the same verbs, with the same rules, as one by one. */
@Injectable()
export class PerformRow {
  private readonly verbs: { readonly [K in BatchWork['kind']]: Perform<K> };

  constructor(
    take: TakeAction,
    assign: AssignApplication,
    hold: HoldApplication,
    release: ReleaseApplication,
    library: ProcedureLibrary,
  ) {
    this.verbs = {
      action: async (tx, staff, { id, own, application }, work) => {
        const version = await library.version(application.version_hash);
        const request = rowRequest(version, application, own, work);
        return request.ok ? take.run(staff, id, work.action, request.value, tx) : request;
      },
      assign: (tx, staff, { id, own }, { assigneeId, note }) => {
        const told = own.reason ?? note;
        return assign.run(staff, id, { assigneeId, ...(told && { note: told }) }, tx);
      },
      distribute: (tx, staff, { id, own }) =>
        own.assigneeId === undefined
          ? Promise.resolve(refuse('not-found'))
          : assign.run(staff, id, { assigneeId: own.assigneeId }, tx),
      hold: (tx, staff, { id, lock, own }, { reason, reviewOn }) =>
        hold.run(staff, id, { lock, reason: own.reason ?? reason, reviewOn }, tx),
      release: (tx, staff, { id, lock }) => release.run(staff, id, { lock }, tx),
    };
  }

  async run<K extends BatchWork['kind']>(
    tx: EntityManager,
    staff: StaffAsker,
    row: RowToPerform,
    work: Extract<BatchWork, { kind: K }>,
  ): Promise<Outcome<null>> {
    // Assignments take what they find; here everything is done to what was seen, or not at all.
    const application = await lockApplication(tx, row.id, { procedures: Object.keys(staff.roles) });
    if (!application) return refuse('not-found');
    if (application.lock !== row.lock) return refuse('application-changed');
    if ('procedureId' in work && work.procedureId !== application.procedure_id)
      return refuse('action-not-available');
    const perform: Perform<K> = this.verbs[work.kind as K];
    return perform(tx, staff, { ...row, application }, work);
  }
}
