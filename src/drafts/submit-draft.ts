import { Injectable } from '@nestjs/common';
import { type Answers, answersFor, type Form } from '#engine';
import type { ApplicantAsker } from '../access/asker.js';
import { auditActorOf } from '../audit/audit-actor.js';
import { type ArrivingSite, ReceiveApplication } from '../applications/receive-application.js';
import { newId } from '../database/id.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { effectiveWindow } from '../procedures/acceptance-window.js';
import { ProcedureLibrary } from '../procedures/procedure-library.js';
import { refuseOutsideWindow, refusePaused } from '../procedures/refuse-outside-window.js';
import type { SubmitDraftRequest } from './draft.dto.js';
import { DraftSignatures } from './draft-signatures.queries.js';
import { type DraftRow, DraftsQueries } from './drafts.queries.js';
import { judgeAnswers } from './judge-answers.js';
import { MoveDraft } from './move-draft.js';
import { receiptOf, type Submitted } from './receipt.js';
import { ReferableApplications } from './referable-applications.js';
import { RepeatedReceipt } from './repeated-receipt.js';
import { SubmitCorrection } from './submit-correction.js';
import { isBehind } from './version-move.js';

@Injectable()
export class SubmitDraft {
  constructor(
    private readonly drafts: DraftsQueries,
    private readonly library: ProcedureLibrary,
    private readonly receive: ReceiveApplication,
    private readonly move: MoveDraft,
    private readonly repeated: RepeatedReceipt,
    private readonly correction: SubmitCorrection,
    private readonly signatures: DraftSignatures,
    private readonly referable: ReferableApplications,
  ) {}

  /**
   * Submits a draft once. The draft itself is the key of the request: a repetition gets the same receipt, two at the
   * same moment become one application. A refusal leaves the draft as it was.
   */
  async run(
    applicant: ApplicantAsker,
    draftId: string,
    request: SubmitDraftRequest,
  ): Promise<Outcome<Submitted>> {
    let draft = await this.drafts.findToSubmit(draftId, applicant.id);
    if (!draft) return refuse('not-found');
    if (draft.state === 'submitted') return this.repeated.run(draft, request.answers);
    if (draft.revision !== request.revision) return refuse('draft-changed-elsewhere');
    if (draft.kind === 'application' && isBehind(draft)) {
      const settled = await this.move.unlessFelt(applicant.id, draftId, request.revision);
      if (!settled.ok) return settled;
      draft = (await this.drafts.findToSubmit(draftId, applicant.id)) ?? draft;
    }
    const outcome =
      draft.kind === 'correction'
        ? await this.correction.run(applicant, draft, request)
        : await this.arrive(applicant, draft, request);
    // Null: another request was faster, between our look and our write.
    if (!outcome.ok || outcome.value) return outcome as Outcome<Submitted>;
    const now = await this.drafts.find(draftId, applicant.id);
    if (now?.state === 'submitted') return this.repeated.run(now, request.answers);
    return refuse(now ? 'draft-changed-elsewhere' : 'not-found');
  }

  private async arrive(
    applicant: ApplicantAsker,
    draft: DraftRow,
    request: SubmitDraftRequest,
  ): Promise<Outcome<Submitted | null>> {
    const version = await this.library.version(draft.version_hash);
    const window = effectiveWindow(
      version.procedure.info.acceptanceWindow,
      {
        opensAt: draft.opens_at,
        closesAt: draft.closes_at,
      },
      draft.now,
    );
    const closed =
      refusePaused(draft.paused_text) ?? refuseOutsideWindow(window, draft.now, draft.created_at);
    if (closed) return closed;
    const given = request.answers ?? draft.answers;
    const applications = await this.referable.known(applicant, version, draft);
    const good = judgeAnswers(version, given, draft.attachments, draft.now, applications);
    if (!good.ok) return good;
    const signature = await this.signatures.required(version, draft, applicant, good.value);
    if (!signature.ok) return signature;
    if (draft.serial === null) throw new Error('An open draft has a number for its application.');
    const { answers, warnings, files } = good.value;
    const received = await this.receive.run({
      version,
      draftId: draft.id,
      revision: draft.revision,
      applicant,
      agentName: applicant.mandate?.agentName ?? null,
      actor: auditActorOf(applicant),
      answers,
      warnings,
      site: siteOf(version.procedure.form, draft, answers, request.saveSite === true),
      attachmentIds: files.map(({ id }) => id),
      signatureId: signature.value,
      serial: draft.serial,
      now: draft.now,
    });
    if (!received.ok || received.value === null) return received as Outcome<null>;
    return done({ isNew: true, receipt: receiptOf(version, received.value, files, warnings) });
  }
}

/** The saved site that the draft is for; with `save`, also what its answers say of it, as one that is new if need be. */
function siteOf(form: Form, { site_id: id }: DraftRow, answers: Answers, save: boolean): ArrivingSite | null {
  const data = save ? answersFor(form, answers, 'site') : {};
  // Without a name nobody would find it again in the list.
  const saved = typeof data['name'] === 'string' ? data : null;
  return id === null && saved === null ? null : { id: id ?? newId(), data: saved };
}
