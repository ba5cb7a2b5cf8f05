import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Answers, carryAnswers, withoutComputed } from '#engine';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { ProcedureLibrary } from '../procedures/procedure-library.js';
import { VersionComparisons } from './version-comparisons.js';

@Injectable()
export class CarryTypedAnswers {
  constructor(
    private readonly dataSource: DataSource,
    private readonly library: ProcedureLibrary,
    private readonly ways: VersionComparisons,
  ) {}

  /**
   * What somebody typed while the form was still the earlier one, as the version of the draft has it. Nothing is
   * stored: the browser puts it together with what is.
   *
   * @param from hash of the version that it was typed for
   */
  async run(
    applicantId: string,
    draftId: string,
    from: string,
    sets: readonly Answers[],
  ): Promise<Outcome<readonly Answers[]>> {
    const [draft] = await this.dataSource.query<{ version_hash: string; procedure_id: string }[]>(
      'select version_hash, procedure_id from draft where id = $1 and applicant_id = $2',
      [draftId, applicantId],
    );
    if (!draft) return refuse('not-found');
    const before = await this.library.published(from);
    if (before?.procedure.info.id !== draft.procedure_id) return refuse('not-found');
    const way = await this.ways.way(from, draft.version_hash);
    const { form } = (await this.library.version(draft.version_hash)).procedure;
    return done(
      sets.map((answers) => {
        const given = withoutComputed(before.procedure.form, answers);
        return withoutComputed(
          form,
          way.reduce<Answers>((at, { comparison }) => carryAnswers(at, comparison.steps), given),
        );
      }),
    );
  }
}
