import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { done, type Outcome, refuse } from '../http/refusal.js';

@Injectable()
export class RemoveAttachment {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Takes a file away from an open draft. What was submitted stays: a correction only stops referring to it, by its
   * answers, and nothing is left to do here.
   */
  async run(applicantId: string, draftId: string, attachmentId: string): Promise<Outcome<null>> {
    const [found] = await this.dataSource.query<{ known: boolean }[]>(
      `with mine as (
         select id, corrects_id from draft where id = $1 and applicant_id = $2 and state = 'open'
       ), gone as (
         delete from attachment a using mine where a.id = $3 and a.draft_id = mine.id returning a.id
       )
       select exists (select from gone)
           or exists (select from attachment a join mine on mine.corrects_id = a.application_id where a.id = $3)
           as known`,
      [draftId, applicantId, attachmentId],
    );
    return found?.known ? done(null) : refuse('not-found');
  }
}
