import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { withoutComputed, withRowIds } from '#engine';
import { newId } from '../database/id.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { ProcedureLibrary } from '../procedures/procedure-library.js';
import { applicantsAction } from './applicants-action.js';
import { lockApplication } from './locked-application.js';

export interface OpenedCorrection {
  readonly draftId: string;
  /** False when the draft was there already. */
  readonly isNew: boolean;
}

@Injectable()
export class OpenCorrection {
  constructor(
    private readonly dataSource: DataSource,
    private readonly library: ProcedureLibrary,
  ) {}

  /** The draft in which the applicant answers a request for correction, begun with the present answers. */
  async run(applicantId: string, id: string): Promise<Outcome<OpenedCorrection>> {
    return this.dataSource.transaction(async (tx) => {
      const application = await lockApplication(tx, id, { applicantId });
      if (!application) return refuse('not-found');
      const { procedure } = await this.library.version(application.version_hash);
      const asked = application.state.correction !== null;
      if (!asked || applicantsAction(procedure, application.state, 'resubmit') === null) {
        return refuse('correction-not-asked');
      }
      const [open] = await tx.query<{ id: string }[]>(
        `select id from draft where corrects_id = $1 and state = 'open'`,
        [id],
      );
      if (open) return done({ draftId: open.id, isNew: false });
      const draftId = newId();
      await tx.query(
        `insert into draft (id, applicant_id, procedure_id, version_hash, kind, corrects_id, answers, subject)
         select $1, applicant_id, procedure_id, version_hash, 'correction', id, $2, subject
         from application where id = $3`,
        [
          draftId,
          JSON.stringify(withRowIds(procedure.form, withoutComputed(procedure.form, application.answers))),
          id,
        ],
      );
      return done({ draftId, isNew: true });
    });
  }
}
