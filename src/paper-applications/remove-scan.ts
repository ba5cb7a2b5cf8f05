import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffAsker } from '../access/asker.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { PapersReceived } from './papers-received.queries.js';

@Injectable()
export class RemoveScan {
  constructor(
    private readonly dataSource: DataSource,
    private readonly papers: PapersReceived,
  ) {}

  /** Takes a scan away from a paper that was not submitted. */
  async run(staff: StaffAsker, id: string, fileId: string): Promise<Outcome<null>> {
    if (!(await this.papers.find(id, staff))) return refuse('not-found');
    const [removed] = await this.dataSource.query<[unknown[], number]>(
      `delete from desk_file f using draft d
       where f.id = $2 and f.paper_draft_id = $1 and d.id = $1 and d.state = 'open' returning f.id`,
      [id, fileId],
    );
    return removed.length > 0 ? done(null) : refuse('not-found');
  }
}
