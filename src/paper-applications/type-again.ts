import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffAsker } from '../access/asker.js';
import { auditActorOf } from '../audit/audit-actor.js';
import { recordAudit } from '../audit/record-audit.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { answerTyped } from './keyed-twice.js';
import { mayType, PaperChecks } from './paper-checks.queries.js';
import type { TypedAgainRequest } from './paper-check.dto.js';

@Injectable()
export class TypeAgain {
  constructor(
    private readonly dataSource: DataSource,
    private readonly checks: PaperChecks,
  ) {}

  /** What a second official reads on the paper. Where both read the same, it is settled with that. */
  async run(staff: StaffAsker, id: string, { answers }: TypedAgainRequest): Promise<Outcome<null>> {
    return this.dataSource.transaction(async (tx): Promise<Outcome<null>> => {
      const check = await this.checks.find(id, staff, tx);
      if (!check) return refuse('not-found');
      if (!check.asked || check.typed) return refuse('paper-check-not-waiting');
      if (!mayType(check, staff)) return refuse('paper-check-by-another');
      const typed = Object.fromEntries(
        check.fields.map((field) => [field.path, answerTyped(field, answers[field.path] ?? '')]),
      );
      const [wrong] = Object.entries(typed).flatMap(([field, answer]) => (answer === null ? [field] : []));
      if (wrong !== undefined) return refuse('request-invalid', { params: { field: wrong } });
      await tx.query(
        'update paper_check set typed = $2, typed_by_id = $3, typed_at = now() where draft_id = $1',
        [id, JSON.stringify(typed), staff.id],
      );
      await tx.query(`update paper_draft set seen_by = seen_by || $2::uuid where draft_id = $1`, [
        id,
        staff.id,
      ]);
      const compared = await this.checks.find(id, staff, tx);
      const differed = (compared?.differing ?? []).map(({ path }) => path);
      await tx.query(
        `update paper_check set differed = $2, agreed = case when cardinality($2::text[]) = 0 then typed end,
           settled_by_id = case when cardinality($2::text[]) = 0 then typed_by_id end,
           settled_at = case when cardinality($2::text[]) = 0 then now() end where draft_id = $1`,
        [id, differed],
      );
      await recordAudit(tx, {
        actor: auditActorOf(staff),
        action: 'paper.type-again',
        subject: { kind: 'draft', id },
        detail: { differed },
      });
      return done(null);
    });
  }
}
