import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { done, type Outcome, refuse } from '../http/refusal.js';

@Injectable()
export class RemoveAttachment {
  constructor(private readonly dataSource: DataSource) {}

  /** Takes a file away from an open draft. What was submitted stays. */
  async run(applicantId: string, draftId: string, attachmentId: string): Promise<Outcome<null>> {
    const [deleted] = await this.dataSource.query<[unknown[], number]>(
      `delete from attachment a using draft d
       where a.id = $3 and a.draft_id = $1 and d.id = a.draft_id and d.applicant_id = $2 and d.state = 'open'
       returning a.id`,
      [draftId, applicantId, attachmentId],
    );
    return deleted.length > 0 ? done(null) : refuse('not-found');
  }
}
