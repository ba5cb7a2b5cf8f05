import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffAsker } from '../access/asker.js';
import { OpenCorrection } from '../applications/open-correction.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { PaperTrails } from './paper-trails.queries.js';

@Injectable()
export class OpenPaperCorrection {
  constructor(
    private readonly dataSource: DataSource,
    private readonly trails: PaperTrails,
    private readonly open: OpenCorrection,
  ) {}

  /** The draft in which an official keys in what came back on paper; the one that is open already, if there is one. */
  async run(staff: StaffAsker, applicationId: string): Promise<Outcome<string>> {
    const application = await this.trails.onPaper(applicationId, staff);
    if (!application) return refuse('not-found');
    if (!application.mayReceive) return refuse('role-missing');
    const opened = await this.open.run(application.applicant_id, applicationId);
    if (!opened.ok) return opened;
    // What was set aside before is set aside again, until the paper brings it.
    await this.dataSource.query(
      `insert into paper_draft (draft_id, staff_id, arrived_on, brought, set_aside)
       select $1, $2, (now() at time zone 'Asia/Tokyo')::date, 'post', coalesce((
         select p.set_aside from submission s join paper_draft p on p.draft_id = s.draft_id
         where s.application_id = $3 order by s.n desc limit 1), '[]')
       on conflict (draft_id) do nothing`,
      [opened.value.draftId, staff.id, applicationId],
    );
    return done(opened.value.draftId);
  }
}
