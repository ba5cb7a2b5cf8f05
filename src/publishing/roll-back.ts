import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ProcedureFiles } from '#engine';
import type { StaffAsker } from '../access/asker.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { PublishProcedure } from '../procedures/publish-procedure.js';

@Injectable()
export class RollBack {
  constructor(
    private readonly dataSource: DataSource,
    private readonly publish: PublishProcedure,
  ) {}

  /**
   * Puts an earlier version in force again, at once and with a reason: for when something is wrong. What has been handed
   * in keeps its version; drafts go back by what is recognised as the same.
   */
  async run(me: StaffAsker, id: string, hash: string, reason: string): Promise<Outcome<null>> {
    return this.dataSource.transaction(async (tx): Promise<Outcome<null>> => {
      await tx.query(`select pg_advisory_xact_lock(hashtext('publish ' || $1))`, [id]);
      const [version] = await tx.query<{ files: ProcedureFiles; in_force: boolean }[]>(
        `select v.files, p.current_hash = v.hash as in_force from procedure_version v
         join procedure p on p.id = v.procedure_id where v.procedure_id = $1 and v.hash = $2`,
        [id, hash],
      );
      if (!version) return refuse('not-found');
      if (version.in_force) return refuse('already-in-force');
      const cause = { kind: 'roll-back', byId: me.id, reason: reason.trim() } as const;
      const publication = await this.publish.run(version.files, cause, tx);
      return publication.ok
        ? done(null)
        : refuse('draft-has-problems', { params: { count: publication.problems.length } });
    });
  }
}
