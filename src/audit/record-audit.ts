import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { canonicalJson } from '#engine';
import { newId } from '../database/id.js';
import type { AuditEntry } from './audit-entry.js';

/** An entry as the statements below take it: canonical JSON in two parts, between which the database puts its clock. */
export interface AuditRow {
  readonly id: string;
  readonly head: string;
  readonly tail: string;
}

export function auditRow(entry: AuditEntry): AuditRow {
  const { actor, action, subject, before = null, after = null, detail = {} } = entry;
  const id = newId();
  const head = canonicalJson({ action, actor: asStored(actor), after });
  const tail = canonicalJson({ before, detail: asStored(detail), id, subject: asStored(subject) });
  return { id, head: `${head.slice(0, -1)},"at":"`, tail: `",${tail.slice(1)}` };
}

const now = `to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const rowsOf = (rows: string): string =>
  `jsonb_to_recordset(${rows}::jsonb) as audit(id uuid, head text, tail text)`;
const written = `audit.id, audit.head || ${now} || audit.tail`;

/**
 * Part of a statement that writes entries. `source` is an earlier part that gives a row when, and only when, what they
 * tell takes place; `rows` is a JSON parameter of `AuditRow`s.
 */
export function auditSql(source: string, rows: string): string {
  return `audited as (
  insert into audit_event (id, body) select ${written} from ${source}, ${rowsOf(rows)}
)`;
}

const record = `insert into audit_event (id, body) select ${written} from ${rowsOf('$1')}`;

/** Writes entries in the caller's transaction: with what they tell, or not at all. */
export async function recordAudit(
  tx: Pick<EntityManager, 'query'>,
  ...entries: readonly AuditEntry[]
): Promise<void> {
  await tx.query(record, [JSON.stringify(entries.map(auditRow))]);
}

/** SHA-256 of a value's canonical JSON, in hexadecimal. The value is taken as it will be stored, as JSON. */
export function contentHash(value: unknown): string {
  return createHash('sha256')
    .update(canonicalJson(asStored(value)))
    .digest('hex');
}

function asStored(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value)) as unknown;
}
