import { Injectable } from '@nestjs/common';
import type { ApplicantAsker } from '../access/asker.js';
import { auditActorOf } from '../audit/audit-actor.js';
import { ReceiveCorrection } from '../applications/receive-correction.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { ProcedureLibrary } from '../procedures/procedure-library.js';
import type { SubmitDraftRequest } from './draft.dto.js';
import { DraftSignatures } from './draft-signatures.queries.js';
import type { DraftRow } from './drafts.queries.js';
import { judgeAnswers } from './judge-answers.js';
import { receiptOf, type Submitted } from './receipt.js';
import { ReferableApplications } from './referable-applications.js';

@Injectable()
export class SubmitCorrection {
  constructor(
    private readonly library: ProcedureLibrary,
    private readonly receive: ReceiveCorrection,
    private readonly signatures: DraftSignatures,
    private readonly referable: ReferableApplications,
  ) {}

  /** Null when the draft was no longer open at that revision. The acceptance window does not bind a correction. */
  async run(
    applicant: ApplicantAsker,
    draft: DraftRow,
    request: SubmitDraftRequest,
  ): Promise<Outcome<Submitted | null>> {
    if (draft.application_id === null) return refuse('correction-not-asked');
    const version = await this.library.version(draft.version_hash);
    const given = request.answers ?? draft.answers;
    const applications = await this.referable.known(applicant, version, draft);
    const good = judgeAnswers(version, given, draft.attachments, draft.now, applications);
    if (!good.ok) return good;
    const signature = await this.signatures.required(version, draft, applicant, good.value);
    if (!signature.ok) return signature;
    const { answers, warnings, files } = good.value;
    const received = await this.receive.run({
      version,
      applicationId: draft.application_id,
      draftId: draft.id,
      revision: draft.revision,
      applicantId: applicant.id,
      agentName: applicant.mandate?.agentName ?? null,
      actor: auditActorOf(applicant),
      answers,
      warnings,
      attachmentIds: files.map(({ id }) => id),
      signatureId: signature.value,
    });
    if (!received.ok || received.value === null) return received as Outcome<null>;
    return done({ isNew: true, receipt: receiptOf(version, received.value, files, warnings) });
  }
}
