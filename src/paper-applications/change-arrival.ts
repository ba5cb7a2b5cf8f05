import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffAsker } from '../access/asker.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { judgeArrivalDay } from './arrival-day.js';
import type { PaperArrivalRequest } from './paper.dto.js';
import { PapersReceived } from './papers-received.queries.js';

@Injectable()
export class ChangeArrival {
  constructor(
    private readonly dataSource: DataSource,
    private readonly papers: PapersReceived,
  ) {}

  /** Mends day and way of arrival while the paper is being keyed in. */
  async run(
    staff: StaffAsker,
    id: string,
    { arrivedOn, brought }: PaperArrivalRequest,
  ): Promise<Outcome<null>> {
    const paper = await this.papers.find(id, staff);
    if (!paper) return refuse('not-found');
    const day = judgeArrivalDay(arrivedOn, paper.now);
    if (!day.ok) return day;
    const [changed] = await this.dataSource.query<[unknown[], number]>(
      `update paper_draft p set arrived_on = $2, brought = $3 from draft d
       where p.draft_id = $1 and d.id = p.draft_id and d.state = 'open' returning 1`,
      [id, arrivedOn, brought],
    );
    return changed.length > 0 ? done(null) : refuse('draft-already-submitted');
  }
}
