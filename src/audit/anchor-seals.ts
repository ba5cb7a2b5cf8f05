import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../config/config.js';
import { newId } from '../database/id.js';
import { jobKinds } from '../jobs/job-kinds.js';
import { RepeatedWork } from '../jobs/repeated-work.js';
import { anchorText } from './seal.js';

const lookEvery = 10 * 60_000;

/**
 * Once a day the newest seal's hash leaves the house. Whoever owns the database could rewrite every seal with a new key,
 * or cut off the last ones; what is elsewhere already tells.
 */
@Injectable()
export class AnchorSeals extends RepeatedWork {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(CONFIG) config: Config,
  ) {
    super(config.role, { log: 'audit', pause: lookEvery, failure: 'The newest seal could not be given out' });
  }

  protected async turn(): Promise<void> {
    await this.run();
  }

  /** Owes the day's anchor when there is none and something was sealed since the last. @returns was one owed? */
  async run(): Promise<boolean> {
    const [seal] = await this.dataSource.query<{ number: number; body: string }[]>(
      'select number, body from audit_seal order by number desc limit 1',
    );
    if (!seal) return false;
    const owed = await this.dataSource.query<unknown[]>(
      `with anchor as (
         insert into audit_anchor (id, day, seal, body)
         select $1, (now() at time zone 'Asia/Tokyo')::date, $2, $3
         where not exists (select from audit_anchor where seal >= $2)
         on conflict (day) do nothing returning id
       ), owed as (
         insert into outbox (id, queue, name, subject_id) select $4, $5, 'deliver-anchor', id from anchor
       )
       select id from anchor`,
      [newId(), seal.number, anchorText(seal.body), newId(), jobKinds['deliver-anchor'].queue],
    );
    return owed.length > 0;
  }
}
