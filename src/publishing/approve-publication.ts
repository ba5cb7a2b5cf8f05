import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffAsker } from '../access/asker.js';
import { auditActorOf } from '../audit/audit-actor.js';
import { recordAudit } from '../audit/record-audit.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { CarryOutPublication } from './carry-out-publication.js';
import { lockRequest } from './locked-request.js';

@Injectable()
export class ApprovePublication {
  constructor(
    private readonly dataSource: DataSource,
    private readonly carryOut: CarryOutPublication,
  ) {}

  /**
   * Agrees to a publication, to the content that was looked at. With the last one that is needed it takes place, or
   * waits for its day.
   */
  async run(me: StaffAsker, id: string, hash: string): Promise<Outcome<null>> {
    return this.dataSource.transaction(async (tx): Promise<Outcome<null>> => {
      const request = await lockRequest(tx, id);
      if (!request) return refuse('not-found');
      if (request.state === 'void' || request.hash !== hash) return refuse('publication-void');
      if (request.state !== 'asked') return refuse('publication-ended');
      if (request.asked_by === me.id || request.written_by === me.id) return refuse('approve-own-work');
      if (!request.base_stands) return refuse('publication-void');
      await tx.query(
        `insert into publication_approval (request_id, staff_id, at) values ($1, $2, clock_timestamp())
         on conflict do nothing`,
        [id, me.id],
      );
      await recordAudit(tx, {
        actor: auditActorOf(me),
        action: 'publication.approve',
        subject: { kind: 'publication', id },
        after: hash,
      });
      const [{ count }] = await tx.query<[{ count: number }]>(
        'select count(*)::int as count from publication_approval where request_id = $1',
        [id],
      );
      if (count < request.needed) return done(null);
      if (request.due) return this.carryOut.run(tx, request);
      await tx.query(`update publication_request set state = 'planned' where id = $1`, [id]);
      return done(null);
    });
  }
}
