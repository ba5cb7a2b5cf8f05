import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffAsker } from '../access/asker.js';
import { recordLine } from '../applications/record-line.js';
import { auditActorOf } from '../audit/audit-actor.js';
import { contentHash, recordAudit } from '../audit/record-audit.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { oweOpinionMails } from '../notices/opinion-mail/owe-opinion-mail.js';
import { lockOpinion } from './lock-opinion.js';
import type { AnswerOpinionRequest } from './opinion.dto.js';

@Injectable()
export class AnswerOpinion {
  constructor(private readonly dataSource: DataSource) {}

  /** Gives the office's opinion, with the files that were added. It stands as it is given. */
  async run(staff: StaffAsker, id: string, request: AnswerOpinionRequest): Promise<Outcome<null>> {
    const { standpoint } = request;
    const answer = request.answer.trim();
    // That nothing speaks against it may be said without a word more.
    if (answer === '' && standpoint !== 'clear') return refuse('opinion-answer-empty');
    return this.dataSource.transaction(async (tx): Promise<Outcome<null>> => {
      const opinion = await lockOpinion(tx, id, staff, 'office');
      if (!opinion.ok) return opinion;
      const { assignee_id: assignee, application, department } = opinion.value;
      if (assignee !== null && assignee !== staff.id) return refuse('opinion-claimed');
      await tx.query(
        `update opinion set state = 'answered', assignee_id = $2, standpoint = $3, answer = $4, ended_at = $5,
           ended_by_id = $2 where id = $1`,
        [id, staff.id, standpoint, answer, application.now],
      );
      await recordLine(tx, application, {
        type: 'opinion-answered',
        actor: staff,
        about: department,
        note: answer === '' ? null : answer,
      });
      await oweOpinionMails(tx, id, 'answered');
      await recordAudit(tx, {
        actor: auditActorOf(staff),
        action: 'opinion.answer',
        subject: { kind: 'application', id: application.id },
        after: contentHash({ standpoint, answer }),
        detail: { opinion: id, standpoint },
      });
      return done(null);
    });
  }
}
