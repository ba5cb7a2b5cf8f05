import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffAsker } from '../access/asker.js';
import { auditActorOf } from '../audit/audit-actor.js';
import { contentHash, recordAudit } from '../audit/record-audit.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import type { PauseRequest } from './publishing.dto.js';

@Injectable()
export class PauseProcedure {
  constructor(private readonly dataSource: DataSource) {}

  /** Nothing is begun or submitted until it is reopened; applicants read the text, and their drafts stay. */
  pause(me: StaffAsker, id: string, text: PauseRequest): Promise<Outcome<null>> {
    return this.set(me, id, { ja: text.ja.trim(), en: text.en.trim() });
  }

  reopen(me: StaffAsker, id: string): Promise<Outcome<null>> {
    return this.set(me, id, null);
  }

  private async set(me: StaffAsker, id: string, text: PauseRequest | null): Promise<Outcome<null>> {
    return this.dataSource.transaction(async (tx): Promise<Outcome<null>> => {
      const [held] = await tx.query<{ paused: boolean }[]>(
        'select paused_at is not null as paused from procedure where id = $1 for update',
        [id],
      );
      if (!held) return refuse('not-found');
      if (held.paused === (text !== null)) return refuse('pause-stands');
      await tx.query(
        `update procedure set paused_at = case when $2::jsonb is null then null else clock_timestamp() end,
           paused_text = $2::jsonb where id = $1`,
        [id, text && JSON.stringify(text)],
      );
      await recordAudit(tx, {
        actor: auditActorOf(me),
        action: text ? 'procedure.pause' : 'procedure.reopen',
        subject: { kind: 'procedure', id },
        after: text && contentHash(text),
      });
      return done(null);
    });
  }
}
