import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffAsker } from '../access/asker.js';
import { auditActorOf } from '../audit/audit-actor.js';
import { contentHash, recordAudit } from '../audit/record-audit.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { ProcedureLibrary } from '../procedures/procedure-library.js';
import { lockApplication } from './locked-application.js';
import { needsPermission, supervises } from './second-correction.js';

@Injectable()
export class PermitCorrection {
  constructor(
    private readonly dataSource: DataSource,
    private readonly library: ProcedureLibrary,
  ) {}

  /** Lets one more correction be asked of answers that the office has asked about already. */
  async run(staff: StaffAsker, id: string, reason: string): Promise<Outcome<null>> {
    if (reason.trim() === '') return refuse('reason-required');
    return this.dataSource.transaction(async (tx): Promise<Outcome<null>> => {
      const application = await lockApplication(tx, id, { procedures: Object.keys(staff.roles) });
      if (!application) return refuse('not-found');
      const { procedure } = await this.library.version(application.version_hash);
      if (!supervises(staff, procedure)) return refuse('role-missing');
      if (!(await needsPermission(tx, procedure, application))) return refuse('action-not-available');
      await tx.query(
        'insert into correction_permission (application_id, at, staff_id, reason) values ($1, clock_timestamp(), $2, $3)',
        [id, staff.id, reason.trim()],
      );
      await recordAudit(tx, {
        actor: auditActorOf(staff),
        action: 'application.permit-correction',
        subject: { kind: 'application', id },
        after: contentHash(reason.trim()),
      });
      return done(null);
    });
  }
}
