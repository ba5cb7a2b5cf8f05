import type { EntityManager } from 'typeorm';
import type { StaffAsker } from '../../access/asker.js';
import { ProcedureLibrary } from '../../procedures/procedure-library.js';
import { done, type Outcome, refuse } from '../../http/refusal.js';
import { mayRevoke } from './may-revoke.js';

/** An issued notice that the official decides about; locked until the transaction ends. */
export async function lockIssued(
  tx: EntityManager,
  library: ProcedureLibrary,
  staff: StaffAsker,
  id: string,
): Promise<Outcome<null>> {
  const [row] = await tx.query<{ version_hash: string }[]>(
    `select a.version_hash from notice n join application a on a.id = n.application_id
     where n.id = $1 and n.kind = 'notice' and n.state = 'ready' and a.procedure_id = any($2) for update of n`,
    [id, Object.keys(staff.roles)],
  );
  if (!row) return refuse('not-found');
  const { procedure } = await library.version(row.version_hash);
  return mayRevoke(staff, procedure) ? done(null) : refuse('revocation-not-yours');
}
