import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { searchWords } from '#engine';
import type { StaffAsker } from '../access/asker.js';
import { auditActorOf } from '../audit/audit-actor.js';
import { contentHash, recordAudit } from '../audit/record-audit.js';

/** Who looked for something, in the sealed log: by the hash of what was asked, because the log holds no names. */
@Injectable()
export class RecordSearch {
  constructor(private readonly dataSource: DataSource) {}

  async run(staff: StaffAsker, text: string, found: number): Promise<void> {
    await recordAudit(this.dataSource, {
      actor: auditActorOf(staff),
      action: 'application.search',
      subject: { kind: 'list', id: null },
      detail: { asked: contentHash(searchWords(text)), found },
    });
  }
}
