import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffAsker } from '../access/asker.js';
import { WithdrawApplication } from '../applications/withdraw-application.js';
import { auditActorOf } from '../audit/audit-actor.js';
import { contentHash, recordAudit } from '../audit/record-audit.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { PaperTrails } from './paper-trails.queries.js';

@Injectable()
export class WithdrawOnPaper {
  constructor(
    private readonly dataSource: DataSource,
    private readonly trails: PaperTrails,
    private readonly withdraw: WithdrawApplication,
  ) {}

  /** 取下げ that came as a letter: what the applicant does at the portal, done for them. */
  async run(staff: StaffAsker, applicationId: string, reason: string): Promise<Outcome<null>> {
    const application = await this.trails.onPaper(applicationId, staff);
    if (!application) return refuse('not-found');
    if (!application.mayReceive) return refuse('role-missing');
    return this.dataSource.transaction(async (tx): Promise<Outcome<null>> => {
      const withdrawn = await this.withdraw.run(application.applicant_id, applicationId, reason, tx);
      if (!withdrawn.ok) return withdrawn;
      await recordAudit(tx, {
        actor: auditActorOf(staff),
        action: 'paper.withdraw',
        subject: { kind: 'application', id: applicationId },
        after: contentHash(reason),
      });
      return done(null);
    });
  }
}
