import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../config/config.js';
import { RepeatedWork } from '../jobs/repeated-work.js';
import { releaseCases } from './officials/release-cases.js';

/** Roles end at midnight; a few minutes later is soon enough. */
const lookEvery = 5 * 60_000;

/** Procedures in which an official may still act today, by a role of their own or of somebody they stand in for. */
const held = `
select procedure_id from staff_role_in_force where staff_id = a.assignee_id
union
select r.procedure_id from staff_absence b join staff_role_in_force r on r.staff_id = b.staff_id
where b.substitute_id = a.assignee_id and (now() at time zone 'Asia/Tokyo')::date between b.from_on and b.to_on`;

/**
 * No application stays with somebody who can no longer act on it: whose role ended by its last day, or who stood in for
 * a colleague that is back.
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
    const ended = await this.dataSource.query<{ staff_id: string; kept: string[] }[]>(
      `select a.assignee_id as staff_id, array(${held}) as kept
       from application a
       where a.open and a.assignee_id is not null and a.procedure_id not in (${held})
       group by a.assignee_id`,
    );
    let released = 0;
    for (const { staff_id: staffId, kept } of ended) {
      released += await this.dataSource.transaction((tx) => releaseCases(tx, staffId, null, kept));
    }
    return released;
  }
}
