import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { liftHold } from '#engine';
import { rolesInForce } from '../access/staff-rights.js';
import { CONFIG, type Config } from '../config/config.js';
import { RepeatedWork } from '../jobs/repeated-work.js';
import { ProcedureLibrary } from '../procedures/procedure-library.js';
import { readLocked } from './locked-application.js';
import { RecordAdvance } from './record-advance.js';

/** The day to look again begins at midnight; a few minutes later is soon enough. */
const lookEvery = 5 * 60_000;

const reason =
  '保留にした職員がこの段階を担当できなくなったため、見直しの日に自動で解除しました。担当の班で確かめてください。';

/**
 * Nothing rests for somebody who will not look again: on the day that was set, an application is taken up where its
 * owner is locked out, has lost the role, or stood in for a colleague who is back.
 */
@Injectable()
export class LiftHolds extends RepeatedWork {
  constructor(
    private readonly dataSource: DataSource,
    private readonly library: ProcedureLibrary,
    private readonly record: RecordAdvance,
    @Inject(CONFIG) config: Config,
  ) {
    super(config.role, { log: 'holds', pause: lookEvery, failure: 'Holds could not be looked for' });
  }

  protected async turn(): Promise<void> {
    const lifted = await this.run();
    if (lifted > 0) this.logger.log(`${lifted} applications were taken up: nobody could look at them again.`);
  }

  /** @returns how many were taken up */
  async run(): Promise<number> {
    let lifted = 0;
    while (!this.isStopped && (await this.liftNext())) lifted++;
    return lifted;
  }

  /** An application that somebody changes meanwhile is left to the next turn. */
  private liftNext(): Promise<boolean> {
    return this.dataSource.transaction(async (tx) => {
      const [forgotten] = await tx.query<{ id: string }[]>(
        `with able as materialized (${rolesInForce})
         select a.id from application a
         where a.open and a.on_hold
           and (a.state #>> '{hold,reviewOn}')::date <= (now() at time zone 'Asia/Tokyo')::date
           and not exists (select from able where able.staff_id::text = a.state #>> '{hold,ownerId}'
             and able.procedure_id = a.procedure_id and able.role = any(a.stage_roles))
         limit 1 for update of a skip locked`,
      );
      const application = forgotten && (await readLocked(tx, forgotten.id));
      if (!application) return false;
      const { procedure } = await this.library.version(application.version_hash);
      const next = liftHold(application.state, reason, application.now.toISOString());
      if (!next.ok) return false;
      await this.record.run(tx, application, procedure, next);
      return true;
    });
  }
}
