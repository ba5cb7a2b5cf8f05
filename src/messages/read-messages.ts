import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Asker } from '../access/asker.js';
import { lockApplication } from '../applications/locked-application.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { ProcedureLibrary } from '../procedures/procedure-library.js';
import { answersFor, reachOf } from './correspondent.js';

@Injectable()
export class ReadMessages {
  constructor(
    private readonly dataSource: DataSource,
    private readonly library: ProcedureLibrary,
  ) {}

  /**
   * Records that the other side's messages were on the asker's screen. An official who only looks on leaves them
   * unread for those who have the case.
   */
  async run(asker: Asker, id: string): Promise<Outcome<null>> {
    return this.dataSource.transaction(async (tx) => {
      const application = await lockApplication(tx, id, reachOf(asker));
      if (!application) return refuse('not-found');
      if (asker.kind === 'staff') {
        const version = await this.library.version(application.version_hash);
        const closed = { application_closed_at: null, conversation_closed_at: null };
        if (!answersFor(asker, { ...application, ...closed }, version)) return done(null);
      }
      await tx.query(
        'update message set read_at = $3 where application_id = $1 and side = $2 and read_at is null',
        [id, asker.kind === 'staff' ? 'applicant' : 'office', application.now],
      );
      return done(null);
    });
  }
}
