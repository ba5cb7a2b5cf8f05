import type { Asker } from '../access/asker.js';
import type { AuditActor } from './audit-entry.js';

/** The asker as the log names them. */
export function auditActorOf(asker: Asker): AuditActor {
  if (asker.kind === 'staff') return { kind: 'staff', id: asker.id };
  if (asker.mandate) return { kind: 'agent', id: asker.accountId, mandateId: asker.mandate.id };
  return { kind: asker.guestOf === null ? 'applicant' : 'guest', id: asker.id };
}
