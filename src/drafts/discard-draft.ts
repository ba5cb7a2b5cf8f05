import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { done, type Outcome, refuse } from '../http/refusal.js';

@Injectable()
export class DiscardDraft {
  constructor(private readonly dataSource: DataSource) {}

  /** Deletes a draft that was not submitted, and the rows of its attachments. */
  async run(applicantId: string, draftId: string): Promise<Outcome<null>> {
    const [deleted] = await this.dataSource.query<[unknown[], number]>(
      `delete from draft where id = $1 and applicant_id = $2 and state = 'open' returning id`,
      [draftId, applicantId],
    );
    if (deleted.length > 0) return done(null);
    const known = await this.dataSource.query<unknown[]>(
      'select 1 from draft where id = $1 and applicant_id = $2',
      [draftId, applicantId],
    );
    return refuse(known.length > 0 ? 'draft-already-submitted' : 'not-found');
  }
}
