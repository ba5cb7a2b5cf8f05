import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { EvaluationError, type Problem } from '#engine';
import type { StaffAsker } from '../access/asker.js';
import { ReceiveApplication, type Received } from '../applications/receive-application.js';
import { ReceiveCorrection } from '../applications/receive-correction.js';
import { auditActorOf } from '../audit/audit-actor.js';
import { contentHash, recordAudit } from '../audit/record-audit.js';
import { type DraftRow, DraftsQueries } from '../drafts/drafts.queries.js';
import { type GoodAnswers, judgeAnswers } from '../drafts/judge-answers.js';
import { receiptOf, type Submitted } from '../drafts/receipt.js';
import { ReferableApplications } from '../drafts/referable-applications.js';
import { RepeatedReceipt } from '../drafts/repeated-receipt.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { effectiveWindow } from '../procedures/acceptance-window.js';
import { type CompiledVersion, ProcedureLibrary } from '../procedures/procedure-library.js';
import { refuseOutsideWindow } from '../procedures/refuse-outside-window.js';
import { judgeArrivalDay, momentOfArrival } from './arrival-day.js';
import type { SetAside, SubmitPaperRequest } from './paper.dto.js';
import { PaperChecks } from './paper-checks.queries.js';
import { inTheNameOf, type PaperRow, PapersReceived } from './papers-received.queries.js';

/** What a paper may lack: an answer, a file, a consent. What is there and wrong is mended, not set aside. */
export const lacks: readonly string[] = ['required', 'consent-required', 'too-few'];

interface Keyed {
  readonly staff: StaffAsker;
  readonly paper: PaperRow;
  readonly draft: DraftRow;
  readonly version: CompiledVersion;
  readonly good: GoodAnswers;
}

@Injectable()
export class SubmitPaper {
  constructor(
    private readonly dataSource: DataSource,
    private readonly papers: PapersReceived,
    private readonly drafts: DraftsQueries,
    private readonly library: ProcedureLibrary,
    private readonly receive: ReceiveApplication,
    private readonly correct: ReceiveCorrection,
    private readonly repeated: RepeatedReceipt,
    private readonly referable: ReferableApplications,
    private readonly checks: PaperChecks,
  ) {}

  /**
   * 到達 of what an official keyed in: by the same checks, numbers and workflow as what is sent by the portal, as of its
   * day of arrival. What the paper could not bring passes with the official's reason and stays as a warning; what is to
   * be keyed in twice must have been. A repetition gets the same receipt.
   */
  async run(staff: StaffAsker, id: string, request: SubmitPaperRequest): Promise<Outcome<Submitted>> {
    const paper = await this.papers.find(id, staff);
    const draft = paper && (await this.drafts.findToSubmit(id, paper.applicant_id));
    if (!paper || !draft) return refuse('not-found');
    if (draft.state === 'submitted') return this.repeated.run(draft, request.answers);
    if (draft.revision !== request.revision) return refuse('draft-changed-elsewhere');
    if (paper.scans.length === 0) return refuse('scan-required');
    const version = await this.library.version(draft.version_hash);
    const day = judgeArrivalDay(paper.arrived_on, draft.now);
    if (!day.ok) return day;
    const me = inTheNameOf(paper);
    const applications = await this.referable.known(me, version, draft);
    const passes = (problem: Problem): boolean =>
      lacks.includes(problem.code) &&
      request.setAside.some(({ path, code }) => path === problem.path && code === problem.code);
    const at = this.arrivalOf(paper, draft, version);
    const good = judgeAnswers(version, request.answers, draft.attachments, at, applications, passes);
    if (!good.ok) return good;
    const checked = await this.checks.judge(id, version, good.value.answers);
    if (!checked.ok) return checked;
    const keyed: Keyed = { staff, paper, draft, version, good: good.value };
    const received = await this.arrive(keyed, request.setAside, at);
    if (!received.ok) return received;
    if (!received.value) return refuse('draft-changed-elsewhere');
    const { warnings, files } = good.value;
    return done({ isNew: true, receipt: receiptOf(version, received.value, files, warnings) });
  }

  /** A correction is judged as of now: it may say what is so since the application arrived. */
  private arrivalOf(paper: PaperRow, draft: DraftRow, { procedure }: CompiledVersion): Date {
    return draft.kind === 'correction'
      ? draft.now
      : momentOfArrival(
          paper.arrived_on,
          draft.now,
          windowOf(procedure.info.acceptanceWindow, draft, startOf(paper.arrived_on)),
        );
  }

  private async arrive(
    keyed: Keyed,
    setAside: readonly SetAside[],
    at: Date,
  ): Promise<Outcome<Received | null>> {
    const { staff, draft, good } = keyed;
    try {
      return await this.dataSource.transaction(async (tx): Promise<Outcome<Received | null>> => {
        const received =
          draft.kind === 'correction' ? await this.corrected(tx, keyed) : await this.applied(tx, keyed, at);
        if (!received.ok || !received.value) return received;
        const used = setAside.filter(({ path, code }) =>
          good.warnings.some((warning) => warning.path === path && warning.code === code),
        );
        await tx.query('update paper_draft set keyed_by_id = $2, set_aside = $3 where draft_id = $1', [
          draft.id,
          staff.id,
          JSON.stringify(used),
        ]);
        await tx.query('update paper_check set typed = null, agreed = null where draft_id = $1', [draft.id]);
        await recordAudit(tx, {
          actor: auditActorOf(staff),
          action: 'paper.submit',
          subject: { kind: 'application', id: received.value.applicationId },
          after: contentHash(used),
          detail: {
            draft: draft.id,
            arrivedOn: keyed.paper.arrived_on,
            scans: keyed.paper.scans.map((scan) => scan.id),
            setAside: used.map(({ path }) => path),
          },
        });
        return received;
      });
    } catch (error) {
      // The review's own expressions may count upon what was set aside.
      if (error instanceof EvaluationError && setAside.length > 0) return refuse('paper-needs-answer');
      throw error;
    }
  }

  private async applied(
    tx: EntityManager,
    { staff, paper, draft, version, good }: Keyed,
    at: Date,
  ): Promise<Outcome<Received | null>> {
    const closed = refuseOutsideWindow(windowOf(version.procedure.info.acceptanceWindow, draft, at), at);
    if (closed) return closed;
    if (draft.serial === null) throw new Error('An open draft has a number for its application.');
    return this.receive.run(
      {
        version,
        draftId: draft.id,
        revision: draft.revision,
        applicant: { id: paper.applicant_id, name: paper.applicant_name, mail: paper.mail },
        agentName: null,
        actor: auditActorOf(staff),
        answers: good.answers,
        warnings: good.warnings,
        site: null,
        attachmentIds: good.files.map((file) => file.id),
        paper: true,
        signatureId: null,
        serial: draft.serial,
        now: at,
      },
      tx,
    );
  }

  private async corrected(
    tx: EntityManager,
    { staff, paper, draft, version, good }: Keyed,
  ): Promise<Outcome<Received | null>> {
    if (draft.application_id === null) return refuse('correction-not-asked');
    return this.correct.run(
      {
        version,
        applicationId: draft.application_id,
        draftId: draft.id,
        revision: draft.revision,
        applicantId: paper.applicant_id,
        agentName: null,
        actor: auditActorOf(staff),
        answers: good.answers,
        warnings: good.warnings,
        attachmentIds: good.files.map((file) => file.id),
        signatureId: null,
      },
      tx,
    );
  }
}

function windowOf(
  published: Parameters<typeof effectiveWindow>[0],
  draft: Pick<DraftRow, 'opens_at' | 'closes_at'>,
  at: Date,
): ReturnType<typeof effectiveWindow> {
  return effectiveWindow(published, { opensAt: draft.opens_at, closesAt: draft.closes_at }, at);
}

function startOf(day: string): Date {
  return new Date(`${day}T00:00:00+09:00`);
}
