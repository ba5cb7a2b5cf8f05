import type { HistoryEntry } from '#engine';
import { auditSql } from '../audit/record-audit.js';

/** A line of the history as the statements below take it. */
export interface EventRow {
  readonly seq: number;
  readonly at: string;
  readonly type: HistoryEntry['type'] | 'assigned';
  readonly from_stage: string | null;
  readonly to_stage: string;
  readonly action: string | null;
  readonly actor_kind: string;
  readonly actor_id: string;
  readonly role: string | null;
  readonly on_behalf_of: string | null;
  /** Who did it in the applicant's name. */
  readonly agent_name: string | null;
  readonly reason: string | null;
  readonly public_reason: string | null;
}

/**
 * @param after number of lines that the history has already
 * @param agentName who acts in the applicant's name
 */
export function eventRows(
  history: readonly HistoryEntry[],
  after: number,
  agentName: string | null = null,
): readonly EventRow[] {
  return history.map((entry, index) => ({
    seq: after + index + 1,
    at: entry.at,
    type: entry.type,
    from_stage: entry.from,
    to_stage: entry.to,
    action: entry.action,
    actor_kind: entry.actor.kind,
    actor_id: entry.actor.id,
    role: entry.role,
    on_behalf_of: entry.onBehalfOf,
    agent_name: entry.actor.kind === 'applicant' ? agentName : null,
    reason: entry.reason,
    public_reason: entry.publicReason,
  }));
}

/**
 * Parts of one statement that writes what follows from a step: history, notices, outbox, audit log. `source` is an
 * earlier part that gives the application's id when, and only when, the step takes place; the others are JSON parameters.
 */
export function consequencesSql(source: string, events: string, notices: string, audits: string): string {
  return `
events as (
  insert into application_event
    (application_id, seq, at, type, from_stage, to_stage, action, actor_kind, actor_id, role, on_behalf_of, agent_name,
     reason, public_reason)
  select ${source}.id, e.* from ${source}, jsonb_to_recordset(${events}::jsonb) as e(
    seq int, at timestamptz, type text, from_stage text, to_stage text, action text, actor_kind text,
    actor_id text, role text, on_behalf_of text, agent_name text, reason text, public_reason text)
), planned as (
  select ${source}.id as application_id, n.* from ${source}, jsonb_to_recordset(${notices}::jsonb) as n(
    id uuid, kind text, template text, title text, recipient_mail text, submission_n int, event_seq int,
    context jsonb, document_number text, outbox_id uuid, job text, queue text)
), notices as (
  insert into notice (id, application_id, kind, template, title, recipient_mail, submission_n, event_seq, context,
    document_number, created_at)
  select id, application_id, kind, template, title, recipient_mail, submission_n, event_seq, context,
    document_number, (context->>'at')::timestamptz from planned
), waiting as (
  insert into outbox (id, queue, name, subject_id) select outbox_id, queue, job, id from planned
), ${auditSql(source, audits)}`;
}
