import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  applicationTraits,
  type Answers,
  civilDateInJapan,
  type Facts,
  type Problem,
  startWorkflow,
  toText,
  workflowFacts,
} from '#engine';
import type { AuditActor } from '../audit/audit-entry.js';
import { auditRow, contentHash } from '../audit/record-audit.js';
import { CONFIG, type Config } from '../config/config.js';
import { uniqueRuleOf } from '../database/failure.js';
import { newId } from '../database/id.js';
import { runStatement } from '../database/statement.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { applicationLink } from '../notices/application-link.js';
import { planNotices } from '../notices/plan-notices.js';
import type { CompiledVersion } from '../procedures/procedure-library.js';
import { applicationNumber } from './application-number.js';
import { consequencesSql, eventRows } from './event-rows.js';
import { listedAnswersOf } from './listed-answers.js';
import { onceKeyOf } from './once-key.js';
import { searchWordsOf } from './search-words.js';
import { stageColumns, stageRecord } from './stage-columns.js';

/** Answers that were found good, on their way to becoming an application. */
export interface Arrival {
  readonly version: CompiledVersion;
  readonly draftId: string;
  readonly revision: number;
  readonly applicant: { readonly id: string; readonly name: string; readonly mail: string };
  /** Who submits it in the applicant's name. */
  readonly agentName: string | null;
  readonly actor: AuditActor;
  /** Pruned, computed values set. */
  readonly answers: Answers;
  readonly warnings: readonly Problem[];
  /** The applicant's saved site that it is about, or that is to be saved with it. */
  readonly site: ArrivingSite | null;
  /** Attachments that the answers refer to. */
  readonly attachmentIds: readonly string[];
  /** Keyed in by an official. */
  readonly paper?: true;
  /** Over these answers, where the procedure asks for one. */
  readonly signatureId: string | null;
  /** From the sequence of the house. */
  readonly serial: number;
  /** The database's clock at receipt. */
  readonly now: Date;
}

export interface ArrivingSite {
  readonly id: string;
  /** What is to be written into the list of saved sites; null leaves the list as it is. */
  readonly data: Readonly<Record<string, unknown>> | null;
}

export interface Received {
  readonly applicationId: string;
  readonly number: string;
  readonly submittedAt: Date;
}

/**
 * 到達 in one statement: the draft closes, application, submission, history, notices and outbox rows come to be, all
 * or nothing. Without the open draft at the revision that was looked at, nothing happens.
 */
const receive = {
  name: 'application_receive',
  text: `
with closed as (
  update draft set state = 'submitted', answers = '{}', moved = null, subject = $10, saved_at = $4
  where id = $1 and applicant_id = $2 and state = 'open' and revision = $3 and version_hash = $22
  returning id as draft_id, procedure_id, version_hash
), saved_site as (
  insert into site (id, applicant_id, name, data, created_at, saved_at, last_used_at)
  select $20, $2, coalesce($21::jsonb ->> 'name', ''), $21::jsonb, $4, $4, $4 from closed where $21::jsonb is not null
  on conflict (id) do update set name = excluded.name, data = site.data || excluded.data, saved_at = excluded.saved_at,
    last_used_at = excluded.last_used_at, removed_at = null
  where site.applicant_id = excluded.applicant_id
), arrived as (
  insert into application (id, number, procedure_id, version_hash, applicant_id, draft_id, site_id, subject,
    applicant_name, once_key, stage, stage_role, stage_roles, team, next_timer_at, open, living, on_hold, due_on,
    entered_at, correction_due_on,
    warnings_count, event_count, state, submitted_at, closed_at, paper)
  select $5, $6, procedure_id, version_hash, $2, draft_id, $20, $10, $7, $9, c.stage, c.stage_role, c.stage_roles,
    c.team, c.next_timer_at, c.open, c.living,
    c.on_hold, c.due_on, c.entered_at, c.correction_due_on, $11, $12, $13, $4, case when c.open then null else $4 end, $27
  from closed, jsonb_to_record($14::jsonb) as c(${stageRecord})
  returning id
), findable as (
  insert into application_search (application_id, procedure_id, submitted_at, words, pairs, listed)
  select arrived.id, closed.procedure_id, $4, $8, $25::text[], $28::jsonb from arrived, closed
), listed as (
  insert into application_listed (application_id, field, procedure_id, sort, value)
  select arrived.id, l.field, closed.procedure_id, l.sort, coalesce(l.value, 'null')
  from arrived, closed, jsonb_to_recordset($29::jsonb) as l(field text, sort text, value jsonb)
), related as (
  insert into application_trait (application_id, kind, value, path)
  select arrived.id, t.kind, t.value, t.path from arrived,
    jsonb_to_recordset($26::jsonb) as t(kind text, value text, path text)
), submitted as (
  insert into submission (application_id, n, draft_id, answers, warnings, at, signature_id)
  select id, 1, $1, $15, $16, $4, $23::uuid from arrived
), attached as (
  update attachment set application_id = arrived.id from arrived where attachment.draft_id = $1
    and attachment.id = any($17::uuid[])
), ${consequencesSql('arrived', '$18', '$19', '$24')}
select count(*)::int as received from arrived`,
};

@Injectable()
export class ReceiveApplication {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * @param tx a transaction that it is part of; left out, it is one of its own
   * @returns null when the draft was no longer open at that revision; nothing was written then
   */
  async run(arrival: Arrival, tx?: EntityManager): Promise<Outcome<Received | null>> {
    const { version, applicant, answers, warnings, now } = arrival;
    const { procedure } = version;
    const at = now.toISOString();
    const submittedOn = civilDateInJapan(at);
    const applicationId = newId();
    const number = applicationNumber(procedure.info.numbering.prefix, submittedOn, arrival.serial);
    const facts = { answers, number, submittedOn, warnings: warnings.length };
    const start = startWorkflow(procedure, facts, at, { kind: 'applicant', id: applicant.id, roles: [] });
    const expressions = workflowFacts(procedure, start.state, facts, at);
    const subject = subjectOf(version, expressions);
    const { words, pairs } = searchWordsOf(procedure, answers, subject, applicant.name);
    const listed = listedAnswersOf(procedure, start.state, facts);
    const notices = planNotices(
      {
        applicationId,
        procedure,
        state: start.state,
        facts,
        account: { name: applicant.name, mail: applicant.mail },
        link: applicationLink(this.config.http.publicUrl, applicationId),
        at,
        submissionN: 1,
        eventSeq: 1,
      },
      start.effects,
    );
    const events = eventRows(start.history, 0, arrival.agentName);
    const values = [
      arrival.draftId,
      applicant.id,
      arrival.revision,
      now,
      applicationId,
      number,
      applicant.name,
      words,
      onceKeyOf(procedure, expressions),
      subject,
      warnings.length,
      events.length,
      JSON.stringify(start.state),
      JSON.stringify(stageColumns(procedure, start.state, facts, at)),
      JSON.stringify(answers),
      JSON.stringify(warnings),
      arrival.attachmentIds,
      JSON.stringify(events),
      JSON.stringify(notices),
      arrival.site?.id ?? null,
      arrival.site?.data ? JSON.stringify(arrival.site.data) : null,
      version.hash,
      arrival.signatureId,
      JSON.stringify([
        auditRow({
          actor: arrival.actor,
          action: 'application.submit',
          subject: { kind: 'application', id: applicationId },
          after: contentHash({ answers, state: start.state }),
          detail: { draft: arrival.draftId, history: contentHash(events), version: version.hash },
        }),
      ]),
      [...pairs, ...listed.pairs],
      JSON.stringify(applicationTraits(procedure.form, answers)),
      arrival.paper === true,
      JSON.stringify(listed.keys),
      JSON.stringify(listed.rows),
    ];
    try {
      const [row] = tx
        ? await tx.query<{ received: number }[]>(receive.text, values)
        : await runStatement<{ received: number }>(this.dataSource, receive, values);
      return done(row?.received === 1 ? { applicationId, number, submittedAt: now } : null);
    } catch (error) {
      if (uniqueRuleOf(error) !== 'application_once') throw error;
      const message = procedure.info.oncePer?.message;
      return refuse('already-applied', message ? { detail: { ja: message, en: message } } : {});
    }
  }
}

/** The short line by which people recognise the application. */
export function subjectOf({ procedure }: CompiledVersion, facts: Facts): string {
  const value = procedure.info.subject.evaluate(facts);
  const text = value === null ? '' : toText(value).trim();
  return text === '' ? procedure.info.title : text;
}
