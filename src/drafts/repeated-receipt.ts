import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  type Answers,
  applicationsAsSubmitted,
  civilDateInJapan,
  evaluateAnswers,
  findSubmittedExtras,
  type Problem,
  withRowIds,
} from '#engine';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { type CompiledVersion, ProcedureLibrary } from '../procedures/procedure-library.js';
import { attachmentJson } from './attachment.entity.js';
import type { AttachmentView } from './draft.dto.js';
import type { DraftRow } from './drafts.queries.js';
import { receiptOf, type Submitted } from './receipt.js';

@Injectable()
export class RepeatedReceipt {
  constructor(
    private readonly dataSource: DataSource,
    private readonly library: ProcedureLibrary,
  ) {}

  /** The receipt that a submitted draft has led to. Other answers than those submitted are refused. */
  async run(draft: DraftRow, given: Answers | undefined): Promise<Outcome<Submitted>> {
    const [row] = await this.dataSource.query<
      {
        id: string;
        number: string;
        at: Date;
        answers: Answers;
        warnings: Problem[];
        attachments: AttachmentView[];
      }[]
    >(
      `select a.id, a.number, s.at, s.answers, s.warnings, coalesce((
         select jsonb_agg(${attachmentJson} order by f.id)
         from attachment f where f.draft_id = s.draft_id and f.application_id = a.id), '[]') as attachments
       from submission s join application a on a.id = s.application_id
       where s.draft_id = $1`,
      [draft.id],
    );
    if (!row) throw new Error(`Draft ${draft.id} is submitted and has no submission.`);
    const version = await this.library.version(draft.version_hash);
    if (given && !leadsTo(version, given, row.answers, row.at)) return refuse('draft-already-submitted');
    const arrived = { applicationId: row.id, number: row.number, submittedAt: row.at };
    return done({ isNew: false, receipt: receiptOf(version, arrived, row.attachments, row.warnings) });
  }
}

/** Would these answers, judged on the day of the submission, be the same submission? */
function leadsTo(
  { procedure: { form }, validators }: CompiledVersion,
  given: Answers,
  submitted: Answers,
  at: Date,
): boolean {
  const evaluation = evaluateAnswers(
    form,
    given,
    {
      today: civilDateInJapan(at.toISOString()),
      applications: applicationsAsSubmitted(form, submitted),
    },
    validators,
  );
  return (
    isDeepStrictEqual(JSON.parse(JSON.stringify(evaluation.answers)), withRowIds(form, submitted)) &&
    findSubmittedExtras(form, given, evaluation).length === 0
  );
}
