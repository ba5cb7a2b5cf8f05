import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Answers, civilDateInJapan, EvaluationError, type IsoDate, type Procedure } from '#engine';
import { onceKeyOf } from '../applications/once-key.js';
import { ProcedureLibrary } from '../procedures/procedure-library.js';
import type { OnceCheck } from './draft.dto.js';

interface DraftOfOnce {
  readonly procedure_id: string;
  readonly version_hash: string;
  readonly corrects_id: string | null;
  readonly answers: Answers;
  readonly now: Date;
}

/** Whether what may be applied for once is applied for already. */
@Injectable()
export class OnceQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly library: ProcedureLibrary,
  ) {}

  /** Null when there is no such draft of this applicant. @param answers instead of the saved ones */
  async check(draftId: string, applicantId: string, answers?: Answers): Promise<OnceCheck | null> {
    const [draft] = await this.dataSource.query<DraftOfOnce[]>(
      `select procedure_id, version_hash, corrects_id, answers, now() from draft
       where id = $1 and applicant_id = $2`,
      [draftId, applicantId],
    );
    if (!draft) return null;
    const { procedure } = await this.library.version(draft.version_hash);
    const today = civilDateInJapan(draft.now.toISOString());
    const key = onceKeySoFar(procedure, answers ?? draft.answers, today);
    if (key === null) return { heldBy: null };
    const [holder] = await this.dataSource.query<
      { id: string; number: string; mine: boolean; submitted_at: Date }[]
    >(
      `select id, number, applicant_id = $3 as mine, submitted_at from application
       where procedure_id = $1 and once_key = $2 and living and id is distinct from $4`,
      [draft.procedure_id, key, applicantId, draft.corrects_id],
    );
    if (!holder) return { heldBy: null };
    // Of somebody else's application nothing is told but that it is there.
    if (!holder.mine) return { heldBy: { mine: false } };
    const { id, number, submitted_at: submittedAt } = holder;
    return { heldBy: { mine: true, applicationId: id, number, submittedAt: submittedAt.toISOString() } };
  }
}

/** Null while too little is answered to tell. */
function onceKeySoFar(procedure: Procedure, answers: Answers, today: IsoDate): string | null {
  try {
    return onceKeyOf(procedure, { ...answers, today, tables: procedure.form.tables });
  } catch (error) {
    if (error instanceof EvaluationError) return null;
    throw error;
  }
}

/** Pages with questions that the key is made of, in the order of the form. */
export function onceKeyPages({ info, form }: Procedure): string[] {
  const reads = info.oncePer?.key.reads ?? [];
  return form.pages
    .map(({ name }) => name)
    .filter((page) => reads.some((read) => read === page || read.startsWith(`${page}.`)));
}

/** Whether the key says who applies, and nothing else: then a second draft of the same person leads nowhere. */
export function isOncePerPerson({ info, form }: Procedure): boolean {
  const reads = info.oncePer?.key.reads ?? [];
  return reads.length > 0 && reads.every((read) => form.fields.get(read)?.prefill?.startsWith('profile.'));
}
