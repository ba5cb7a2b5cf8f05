import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ApplicantAsker } from '../access/asker.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import type { CompiledVersion } from '../procedures/procedure-library.js';
import type { Signer } from '../signatures/signer.js';
import type { DraftRow } from './drafts.queries.js';
import type { GoodAnswers } from './judge-answers.js';
import { isContentOf } from './signed-content.js';

export interface DraftSignature {
  readonly id: string;
  readonly content: Buffer;
  readonly content_sha256: string;
  readonly prepared_at: Date;
  readonly signer: Signer | null;
  readonly signed_at: Date | null;
}

@Injectable()
export class DraftSignatures {
  constructor(private readonly dataSource: DataSource) {}

  /** What was last prepared for an own draft, signed or not. */
  async latest(draftId: string, applicantId: string): Promise<DraftSignature | null> {
    const [row] = await this.dataSource.query<DraftSignature[]>(
      `select s.id, s.content, s.content_sha256, s.prepared_at, s.signer, s.signed_at
       from signature s join draft d on d.id = s.draft_id
       where s.draft_id = $1 and d.applicant_id = $2 order by s.prepared_at desc, s.id desc limit 1`,
      [draftId, applicantId],
    );
    return row ?? null;
  }

  /**
   * The signature that these answers are submitted with; null where the procedure asks for none. What was changed
   * after signing has none.
   */
  async required(
    version: CompiledVersion,
    draft: DraftRow,
    applicant: ApplicantAsker,
    good: GoodAnswers,
  ): Promise<Outcome<string | null>> {
    if (version.procedure.info.signIn !== 'signature') return done(null);
    const signature = await this.latest(draft.id, applicant.id);
    if (!signature?.signed_at) return refuse('signature-required');
    return isContentOf(signature.content, version, draft, applicant, good)
      ? done(signature.id)
      : refuse('signature-fell-away');
  }
}
