import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { PublishProcedure } from '../procedures/publish-procedure.js';
import type { LockedRequest } from './locked-request.js';

@Injectable()
export class CarryOutPublication {
  constructor(private readonly publish: PublishProcedure) {}

  /** Puts what was agreed to in force. The draft goes on from there. */
  async run(tx: EntityManager, request: LockedRequest): Promise<Outcome<null>> {
    const { id, draft_id: draftId, asked_by: askedBy, files } = request;
    const [draft] = await tx.query<{ department_id: string | null }[]>(
      'select department_id from procedure_draft where id = $1',
      [draftId],
    );
    const publication = await this.publish.run(
      files,
      {
        kind: 'publication',
        byId: askedBy,
        requestId: id,
        departmentId: draft?.department_id ?? null,
      },
      tx,
    );
    if (!publication.ok)
      return refuse('draft-has-problems', { params: { count: publication.problems.length } });
    await tx.query(
      `update publication_request set state = 'published', ended_at = clock_timestamp() where id = $1`,
      [id],
    );
    await tx.query('update procedure_draft set base_hash = $2 where id = $1', [draftId, publication.hash]);
    return done(null);
  }
}
