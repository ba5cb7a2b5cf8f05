import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  type Advance,
  applicationTraits,
  type Answers,
  civilDateInJapan,
  type Problem,
  type Procedure,
  rolesOfStage,
} from '#engine';
import type { AuditActor, AuditEntry } from '../audit/audit-entry.js';
import { auditRow, contentHash } from '../audit/record-audit.js';
import { CONFIG, type Config } from '../config/config.js';
import { applicationLink } from '../notices/application-link.js';
import { takeDocumentNumbers } from '../notices/document-number.js';
import { numberedNotices, planNotices } from '../notices/plan-notices.js';
import { correctionPoints } from './correction-points.js';
import { endOpinions } from './end-opinions.js';
import { consequencesSql, type EventRow, eventRows } from './event-rows.js';
import { factsOf, type LockedApplication } from './locked-application.js';
import { listedAnswersOf } from './listed-answers.js';
import { processingDaysAtEnd } from './processing-days.js';
import { searchWordsOf } from './search-words.js';
import { type StageColumns, stageColumns, stageNamed, stageRecord } from './stage-columns.js';

/** Corrected answers that arrive together with the step. */
export interface Resubmission {
  readonly draftId: string;
  readonly answers: Answers;
  readonly warnings: readonly Problem[];
  readonly signatureId: string | null;
  /** Who submits them in the applicant's name. */
  readonly agentName: string | null;
  readonly actor: AuditActor;
}

const sql = `
with moved as (
  update application a set stage = c.stage, stage_role = c.stage_role, stage_roles = c.stage_roles, team = c.team,
    next_timer_at = c.next_timer_at, open = c.open, living = c.living, on_hold = c.on_hold, due_on = c.due_on,
    entered_at = c.entered_at, returned = $14, correction_due_on = c.correction_due_on,
    state = $2, lock = lock + 1, event_count = event_count + $3, assignee_id = $4,
    submission_count = $5, warnings_count = $6,
    closed_at = case when c.open then null else coalesce(a.closed_at, $7) end,
    processing_days = coalesce(a.processing_days, $12)
  from jsonb_to_record($8::jsonb) as c(${stageRecord})
  where a.id = $1
  returning a.id
), submitted as (
  insert into submission (application_id, n, draft_id, answers, warnings, at, signature_id)
  select moved.id, $5, r.draft_id, r.answers, r.warnings, $7, r.signature_id
  from moved, jsonb_to_record($9::jsonb) as r(draft_id uuid, answers jsonb, warnings jsonb, signature_id uuid)
  where r.draft_id is not null
), found_by as (
  update application_search s set words = coalesce(w.words, s.words), pairs = w.pairs, listed = $16::jsonb
  from moved, jsonb_to_record($9::jsonb) as w(words text, pairs text[])
  where s.application_id = moved.id and w.pairs is not null
), unlisted as (
  delete from application_listed l using moved
  where l.application_id = moved.id and ($15::jsonb = '[]' or not $17)
), listed as (
  insert into application_listed (application_id, field, procedure_id, sort, value)
  select moved.id, l.field, $18, l.sort, coalesce(l.value, 'null')
  from moved, jsonb_to_recordset($15::jsonb) as l(field text, sort text, value jsonb)
  where $17
  on conflict (application_id, field) do update set sort = excluded.sort, value = excluded.value
  where application_listed.value is distinct from excluded.value
), related as (
  insert into application_trait (application_id, kind, value, path)
  select moved.id, t.kind, t.value, t.path from moved, jsonb_to_record($9::jsonb) as r(traits jsonb),
    jsonb_to_recordset(coalesce(r.traits, '[]')) as t(kind text, value text, path text)
  on conflict do nothing
), pointed as (
  insert into correction_point (application_id, seq, n, path, reason)
  select moved.id, p.seq, p.n, p.path, p.reason from moved, jsonb_to_record($9::jsonb) as r(points jsonb),
    jsonb_to_recordset(r.points) as p(seq int, n int, path text, reason text)
), ${consequencesSql('moved', '$10', '$11', '$13')}
select count(*) from moved`;

/** Writes what the engine decided: new state, history, notices and outbox rows, in the caller's transaction. */
@Injectable()
export class RecordAdvance {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  async run(
    tx: EntityManager,
    application: LockedApplication,
    procedure: Procedure,
    advance: Advance,
    resubmission: Resubmission | null = null,
  ): Promise<void> {
    const at = application.now.toISOString();
    const submissionN = application.submission_count + (resubmission ? 1 : 0);
    const warnings = resubmission?.warnings.length ?? application.warnings_count;
    const facts = {
      ...factsOf(application),
      warnings,
      ...(resubmission && { answers: resubmission.answers }),
    };
    const documentNumbers = await takeDocumentNumbers(
      tx,
      procedure.info.numbering.documentSymbol,
      civilDateInJapan(at),
      numberedNotices(procedure, advance.effects),
    );
    const notices = planNotices(
      {
        applicationId: application.id,
        procedure,
        state: advance.state,
        facts,
        account: { name: application.account_name, mail: application.mail },
        link: applicationLink(this.config.http.publicUrl, application.id),
        at,
        submissionN,
        eventSeq: application.event_count + 1,
      },
      advance.effects,
      documentNumbers,
    );
    const columns = stageColumns(procedure, advance.state, facts, at);
    const days = await processingDaysAtEnd(tx, application, procedure, advance);
    const listed = listedAnswersOf(procedure, advance.state, facts);
    const words = searchWordsOf(procedure, facts.answers, application.subject, application.applicant_name);
    // Nothing else changes what an application is found by.
    const findsAnew = resubmission !== null || advance.state.overrides !== application.state.overrides;
    const events = eventRows(advance.history, application.event_count, resubmission?.agentName ?? null);
    await tx.query(sql, [
      application.id,
      JSON.stringify(advance.state),
      events.length,
      assigneeAfter(application, procedure, advance, columns),
      submissionN,
      warnings,
      application.now,
      JSON.stringify(columns),
      JSON.stringify({
        points: correctionPoints(procedure, application.state, advance.state, application.event_count + 1),
        ...(resubmission && {
          draft_id: resubmission.draftId,
          answers: resubmission.answers,
          warnings: resubmission.warnings,
          signature_id: resubmission.signatureId,
          traits: applicationTraits(procedure.form, resubmission.answers),
          words: words.words,
        }),
        ...(findsAnew && { pairs: [...words.pairs, ...listed.pairs] }),
      }),
      JSON.stringify(events),
      JSON.stringify(notices),
      days,
      JSON.stringify([auditRow(auditEntry(application, advance, events, resubmission))]),
      returnedAfter(application, advance, columns),
      JSON.stringify(listed.rows),
      JSON.stringify(listed.keys),
      columns.open,
      application.procedure_id,
    ]);
    if (!columns.open && application.opinions_out > 0) await endOpinions(tx, application);
  }
}

/** Reasons are in the history alone; its hash here says whether they were changed. */
function auditEntry(
  { id, answers, state }: LockedApplication,
  advance: Advance,
  events: readonly EventRow[],
  resubmission: Resubmission | null,
): AuditEntry {
  const [first] = events;
  return {
    actor: resubmission?.actor ?? actorOfHistory(first),
    action: 'application.advance',
    subject: { kind: 'application', id },
    before: contentHash({ answers, state }),
    after: contentHash({ answers: resubmission?.answers ?? answers, state: advance.state }),
    detail: {
      history: contentHash(events),
      steps: events.map(({ seq, type, from_stage, to_stage, action, role, on_behalf_of }) => ({
        seq,
        type,
        from: from_stage,
        to: to_stage,
        action,
        role,
        onBehalfOf: on_behalf_of,
      })),
    },
  };
}

function actorOfHistory(event: EventRow | undefined): AuditActor {
  const kind =
    event?.actor_kind === 'staff' || event?.actor_kind === 'applicant' ? event.actor_kind : 'system';
  return { kind, id: event?.actor_id ?? null };
}

/**
 * Whoever is on a case stays on it while the applicant corrects and when it comes back; the next team finds it
 * unassigned, and so does the next approver.
 */
function assigneeAfter(
  { state: before, stage_roles: awaited, assignee_id: assignee }: LockedApplication,
  { workflow: { stages } }: Procedure,
  { state: after }: Advance,
  { stage_roles: next }: StageColumns,
): string | null {
  if (after.approvals.length > before.approvals.length) return null;
  const origin = before.correction && rolesOfStage(stageNamed(stages, before.correction.origin));
  const owners = origin ?? awaited;
  return next.length === 0 || next.some((role) => owners.includes(role)) ? assignee : null;
}

/** Is it back where somebody has worked on it before? The applicant's corrections and steps back both are. */
function returnedAfter(
  { state: before, returned }: LockedApplication,
  { state: after }: Advance,
  { stage_roles: next }: StageColumns,
): boolean {
  if (after.stage === before.stage) return returned;
  return next.length > 0 && Object.hasOwn(before.actors, after.stage);
}
