import type { EntityManager } from 'typeorm';
import { hashOfRecoveryCode, newRecoveryCodes } from '../../access/second-factor/recovery-codes.js';

/** Ten new ones; those before open nothing any more. @returns the codes, which are kept as hashes alone */
export async function replaceRecoveryCodes(tx: EntityManager, staffId: string): Promise<readonly string[]> {
  const codes = newRecoveryCodes();
  await tx.query('delete from recovery_code where staff_id = $1', [staffId]);
  await tx.query('insert into recovery_code (staff_id, hash) select $1, h from unnest($2::bytea[]) h', [
    staffId,
    codes.map((code) => hashOfRecoveryCode(code)),
  ]);
  return codes;
}
