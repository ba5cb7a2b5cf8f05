import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { isToday, rolesInForce, standsIn } from '../access/staff-rights.js';
import { CONFIG, type Config } from '../config/config.js';
import { RepeatedWork } from '../jobs/repeated-work.js';
import { releaseCases } from './officials/release-cases.js';

/** Roles end at midnight; a few minutes later is soon enough. */
const lookEvery = 5 * 60_000;

/**
 * Open applications that wait for officials and lie with one who cannot act on them: not by a role their stage waits
 * for, or by none of the procedure while the applicant has it; or who is away while nobody stands in.
 */
const stranded = `
with able as materialized (${rolesInForce}), alone as materialized (
  select b.staff_id from staff_absence b where ${isToday} and not ${standsIn}
)
select a.assignee_id as staff_id, array_agg(a.id order by a.id) as ids
from application a
where a.open and a.assignee_id is not null and (
  not exists (select from able where able.staff_id = a.assignee_id and able.procedure_id = a.procedure_id
    and (able.role = any(a.stage_roles) or cardinality(a.stage_roles) = 0))
  or cardinality(a.stage_roles) > 0 and a.assignee_id in (select staff_id from alone))
group by a.assignee_id`;

/**
 * No application stays with somebody who can no longer act on it: whose role ended by its last day, who stood in for a
 * colleague that is back, or who is away with a substitute that can no longer stand in.
 */
@Injectable()
export class ReleaseEnded extends RepeatedWork {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(CONFIG) config: Config,
  ) {
    super(config.role, { log: 'staff', pause: lookEvery, failure: 'Ended roles could not be looked for' });
  }

  protected async turn(): Promise<void> {
    const released = await this.run();
    if (released > 0) this.logger.log(`${released} applications went back into the queue: roles had ended.`);
  }

  /** @returns how many went back into the queue */
  async run(): Promise<number> {
    const ended = await this.dataSource.query<{ staff_id: string; ids: string[] }[]>(stranded);
    let released = 0;
    for (const { staff_id: staffId, ids } of ended) {
      released += await this.dataSource.transaction((tx) => releaseCases(tx, staffId, null, { only: ids }));
    }
    return released;
  }
}
