import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ApplicantAsker } from '../access/asker.js';
import { auditActorOf } from '../audit/audit-actor.js';
import { recordAudit } from '../audit/record-audit.js';
import { noticeWords } from '../deliveries/notice-consent.js';
import { done, type Outcome, refuse } from '../http/refusal.js';

@Injectable()
export class ChooseNotices {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * 通知書の受け取り方: keeps what somebody chose, when, and by which words (デジタル手続法7条). Former choices stay in
   * the audit log.
   */
  async run(me: ApplicantAsker, by: 'portal' | 'post', words: string): Promise<Outcome<null>> {
    if (words !== noticeWords) return refuse('terms-changed');
    return this.dataSource.transaction(async (tx): Promise<Outcome<null>> => {
      await tx.query(
        `update account set notices_by = $2, notices_chosen_at = now(), notices_words = $3 where id = $1`,
        [me.accountId, by, words],
      );
      await recordAudit(tx, {
        actor: auditActorOf(me),
        action: 'account.choose-notices',
        subject: { kind: 'account', id: me.accountId },
        detail: { by, words },
      });
      return done(null);
    });
  }
}
