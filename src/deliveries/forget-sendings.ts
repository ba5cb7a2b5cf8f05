import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../config/config.js';
import { RepeatedWork } from '../jobs/repeated-work.js';

const sweepEvery = 3_600_000;

/**
 * Throws away addresses that nobody needs any more: of mails about accounts and news after the days for which counts
 * are shown; and that one does not get mails, a year after the last that did not arrive. What is about an application
 * goes with the application.
 */
@Injectable()
export class ForgetSendings extends RepeatedWork {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(CONFIG) config: Config,
  ) {
    super(config.role, { log: 'mail', pause: sweepEvery, failure: 'Old sendings could not be deleted' });
  }

  protected turn(): Promise<void> {
    return this.run();
  }

  async run(): Promise<void> {
    await this.dataSource.query(
      `delete from mail_sending where application_id is null and sent_at < now() - interval '30 days'`,
    );
    await this.dataSource.query(`delete from trial_mail where created_at < now() - interval '7 days'`);
    await this.dataSource.query(`delete from mail_trouble where last_at < now() - interval '1 year'`);
  }
}
