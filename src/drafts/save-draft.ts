import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Answers, civilDateInJapan, diffAnswers, evaluateAnswers, fieldPathAt } from '#engine';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { effectiveWindow, submissionEndsAt } from '../procedures/acceptance-window.js';
import { describeProblems } from '../procedures/describe-problems.js';
import { ProcedureLibrary } from '../procedures/procedure-library.js';
import type { SavedDraft, SaveDraftRequest } from './draft.dto.js';
import { draftSubject } from './draft-subject.js';
import { isBehind } from './version-move.js';

@Injectable()
export class SaveDraft {
  constructor(
    private readonly dataSource: DataSource,
    private readonly library: ProcedureLibrary,
  ) {}

  /**
   * Keeps unfinished answers, right or wrong: judging them is for the submission. Only what is no part of the form is
   * refused, because nobody could see or mend it.
   */
  async run(applicantId: string, draftId: string, request: SaveDraftRequest): Promise<Outcome<SavedDraft>> {
    const [draft] = await this.dataSource.query<
      {
        kind: 'application' | 'correction';
        version_hash: string;
        current_hash: string;
        pinned_for: string | null;
        opens_at: Date | null;
        closes_at: Date | null;
        state: string;
        revision: number;
        answers: Answers;
        created_at: Date;
        now: Date;
      }[]
    >(
      `select d.kind, d.version_hash, p.current_hash, d.pinned_for, p.opens_at, p.closes_at, d.state, d.revision,
         d.answers, d.created_at, now()
       from draft d join procedure p on p.id = d.procedure_id where d.id = $1 and d.applicant_id = $2`,
      [draftId, applicantId],
    );
    if (!draft) return refuse('not-found');
    if (draft.state !== 'open') return refuse('draft-already-submitted');
    if (draft.revision !== request.revision) return refuse('draft-changed-elsewhere');
    const version = await this.library.version(draft.version_hash);
    const { procedure, validators } = version;
    const today = civilDateInJapan(draft.now.toISOString());
    const answers: Answers = request.answers;
    const foreign = evaluateAnswers(procedure.form, answers, { today }, validators).problems.filter(
      ({ code }) => code === 'unknown-field',
    );
    if (foreign.length > 0) {
      return refuse('answers-invalid', { problems: describeProblems(version, foreign) });
    }
    const [saved] = await this.dataSource.query<[{ revision: number; saved_at: Date }[], number]>(
      `update draft set answers = $4, subject = $5, prefilled = prefilled - $6::text[],
         revision = revision + 1, saved_at = now()
       where id = $1 and applicant_id = $2 and state = 'open' and revision = $3
       returning revision, saved_at`,
      [
        draftId,
        applicantId,
        request.revision,
        JSON.stringify(answers),
        draftSubject(procedure, answers, today),
        // What was changed by hand no longer comes from where it came.
        diffAnswers(procedure.form, draft.answers, answers).map(({ path }) => fieldPathAt(path)),
      ],
    );
    const [row] = saved;
    if (!row) return refuse('draft-changed-elsewhere');
    const window = effectiveWindow(
      procedure.info.acceptanceWindow,
      {
        opensAt: draft.opens_at,
        closesAt: draft.closes_at,
      },
      draft.now,
    );
    return done({
      revision: row.revision,
      savedAt: row.saved_at.toISOString(),
      formChanged: draft.kind === 'application' && isBehind(draft),
      closesAt: window.closesAt,
      graceEndsAt: submissionEndsAt(window, draft.created_at),
    });
  }
}
