import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { recordAudit } from '../audit/record-audit.js';

@Injectable()
export class EndAnnouncement {
  constructor(private readonly dataSource: DataSource) {}

  /** Takes it down; mails of it that have not left are not sent. False when nothing of that id is shown. */
  async run(id: string): Promise<boolean> {
    return this.dataSource.transaction(async (tx) => {
      const [, ended] = await tx.query<[unknown[], number]>(
        `update announcement set ends_at = now()
         where id = $1 and state = 'published' and (ends_at is null or ends_at > now())`,
        [id],
      );
      if (ended !== 1) return false;
      await recordAudit(tx, {
        actor: { kind: 'system', id: 'command-line' },
        action: 'announcement.end',
        subject: { kind: 'announcement', id },
      });
      return true;
    });
  }
}
