import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffAsker } from '../access/asker.js';
import { valueAt } from '../applications/answer-at.js';
import { auditActorOf } from '../audit/audit-actor.js';
import { recordAudit } from '../audit/record-audit.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { withKeyed } from './keyed-twice.js';
import { PaperChecks } from './paper-checks.queries.js';
import type { SettleCheckRequest } from './paper-check.dto.js';

@Injectable()
export class SettleCheck {
  constructor(
    private readonly dataSource: DataSource,
    private readonly checks: PaperChecks,
  ) {}

  /** Says for each difference which entry holds; the answers are as that from then on. */
  async run(staff: StaffAsker, id: string, { choices }: SettleCheckRequest): Promise<Outcome<null>> {
    return this.dataSource.transaction(async (tx): Promise<Outcome<null>> => {
      const check = await this.checks.find(id, staff, tx);
      if (!check) return refuse('not-found');
      const { typed, agreed, differing, fields } = check;
      if (!typed || agreed) return refuse('paper-check-not-waiting');
      if (differing.some(({ path }) => choices[path] === undefined)) return refuse('paper-check-open');
      const second = differing.flatMap(({ path }) =>
        choices[path] === 'second' ? [[path, typed[path]] as const] : [],
      );
      const answers = withKeyed(check.answers, Object.fromEntries(second));
      const holds = Object.fromEntries(fields.map(({ path }) => [path, valueAt(answers, path)]));
      await tx.query(
        'update draft set answers = $2, revision = revision + 1, saved_at = now() where id = $1',
        [id, JSON.stringify(answers)],
      );
      await tx.query(
        'update paper_check set agreed = $2, settled_by_id = $3, settled_at = now() where draft_id = $1',
        [id, JSON.stringify(holds), staff.id],
      );
      await recordAudit(tx, {
        actor: auditActorOf(staff),
        action: 'paper.settle-check',
        subject: { kind: 'draft', id },
        detail: { second: second.map(([path]) => path) },
      });
      return done(null);
    });
  }
}
