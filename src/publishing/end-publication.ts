import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffAsker } from '../access/asker.js';
import { mayInOffice } from '../access/office-roles.js';
import { auditActorOf } from '../audit/audit-actor.js';
import { recordAudit } from '../audit/record-audit.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { lockRequest } from './locked-request.js';
import { PublicationsQueries } from './publications.queries.js';

@Injectable()
export class EndPublication {
  constructor(
    private readonly dataSource: DataSource,
    private readonly queries: PublicationsQueries,
  ) {}

  /** Somebody who could agree does not; the authors read why. */
  decline(me: StaffAsker, id: string, reason: string): Promise<Outcome<null>> {
    return this.end(me, id, 'declined', reason);
  }

  /** It is not wanted any more, or its day was taken back: by those who write, or who agree. */
  withdraw(me: StaffAsker, id: string, reason: string): Promise<Outcome<null>> {
    return this.end(me, id, 'withdrawn', reason);
  }

  private async end(
    me: StaffAsker,
    id: string,
    state: 'declined' | 'withdrawn',
    reason: string,
  ): Promise<Outcome<null>> {
    const found = await this.queries.find(me, id);
    if (!found) return refuse('not-found');
    return this.dataSource.transaction(async (tx): Promise<Outcome<null>> => {
      const request = await lockRequest(tx, id);
      if (!request) return refuse('not-found');
      const waits = request.state === 'asked' || (state === 'withdrawn' && request.state === 'planned');
      if (!waits) return refuse('publication-ended');
      if (!found.line.mayWithdraw && !mayInOffice(me.officeRoles, 'publish')) return refuse('not-permitted');
      await tx.query(
        `update publication_request set state = $2, ended_at = clock_timestamp(), ended_by = $3, reason = $4
         where id = $1`,
        [id, state, me.id, reason.trim()],
      );
      await recordAudit(tx, {
        actor: auditActorOf(me),
        action: state === 'declined' ? 'publication.decline' : 'publication.withdraw',
        subject: { kind: 'publication', id },
        after: request.hash,
      });
      return done(null);
    });
  }
}
