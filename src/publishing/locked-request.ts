import type { EntityManager } from 'typeorm';
import type { ProcedureFiles } from '#engine';
import type { PublicationRequest } from './publication-request.entity.js';

export interface LockedRequest {
  readonly id: string;
  readonly procedure_id: string;
  readonly draft_id: string | null;
  readonly hash: string;
  readonly files: ProcedureFiles;
  readonly asked_by: string | null;
  readonly written_by: string | null;
  readonly needed: number;
  readonly state: PublicationRequest['state'];
  /** Its time has come, or it has none. */
  readonly due: boolean;
  /** What is in force is still what it was compared with. */
  readonly base_stands: boolean;
}

/** Holds it, and the procedure with it, until the transaction ends. */
export async function lockRequest(
  tx: Pick<EntityManager, 'query'>,
  id: string,
): Promise<LockedRequest | null> {
  // The same lock as publishing itself takes: first this, then the row, in every verb.
  await tx.query(
    `select pg_advisory_xact_lock(hashtext('publish ' || procedure_id)) from publication_request where id = $1`,
    [id],
  );
  // Before the request, as whoever changes the draft does: two who meet wait for each other in one direction only.
  await tx.query(
    `select from procedure_draft d where d.id = (select draft_id from publication_request where id = $1) for update`,
    [id],
  );
  const [row] = await tx.query<LockedRequest[]>(
    `select q.id, q.procedure_id, q.draft_id, q.hash, q.files, q.asked_by, q.written_by, q.needed, q.state,
       q.starts_at is null or q.starts_at <= clock_timestamp() as due,
       q.base_hash is not distinct from (select current_hash from procedure where id = q.procedure_id) as base_stands
     from publication_request q where q.id = $1 for update of q`,
    [id],
  );
  return row ?? null;
}
