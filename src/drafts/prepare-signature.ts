import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ApplicantAsker } from '../access/asker.js';
import { newId } from '../database/id.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { ProcedureLibrary } from '../procedures/procedure-library.js';
import { SignatureTrust } from '../signatures/signature-trust.js';
import { DraftsQueries } from './drafts.queries.js';
import { judgeAnswers } from './judge-answers.js';
import { ReferableApplications } from './referable-applications.js';
import { contentToSign } from './signed-content.js';

@Injectable()
export class PrepareSignature {
  constructor(
    private readonly dataSource: DataSource,
    private readonly drafts: DraftsQueries,
    private readonly library: ProcedureLibrary,
    private readonly trust: SignatureTrust,
    private readonly referable: ReferableApplications,
  ) {}

  /** Makes the bytes that are to be signed from what is saved, when it could be submitted. Those before fall away. */
  async run(applicant: ApplicantAsker, draftId: string, revision: number): Promise<Outcome<null>> {
    const draft = await this.drafts.find(draftId, applicant.id);
    if (!draft) return refuse('not-found');
    if (draft.state !== 'open') return refuse('draft-already-submitted');
    if (draft.revision !== revision) return refuse('draft-changed-elsewhere');
    const version = await this.library.version(draft.version_hash);
    if (version.procedure.info.signIn !== 'signature') return refuse('signature-not-asked');
    if (!this.trust.isThere) return refuse('signing-not-possible');
    const applications = await this.referable.known(applicant, version, draft);
    const good = judgeAnswers(version, draft.answers, draft.attachments, draft.now, applications);
    if (!good.ok) return good;
    const content = contentToSign(version, draft, applicant, good.value);
    await this.dataSource.transaction(async (tx) => {
      await tx.query('delete from signature where draft_id = $1 and signed_at is null', [draftId]);
      await tx.query(
        `insert into signature (id, draft_id, content, content_sha256, prepared_at)
         values ($1, $2, $3, $4, clock_timestamp())`,
        [newId(), draftId, content, createHash('sha256').update(content).digest('hex')],
      );
    });
    return done(null);
  }
}
