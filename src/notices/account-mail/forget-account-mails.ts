import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../../config/config.js';
import { RepeatedWork } from '../../jobs/repeated-work.js';

const sweepEvery = 3_600_000;
/** Days that the office can say for whether a mail left. */
const keptDays = 30;
/** Hours until what somebody began with a code, and did not finish, is forgotten. */
const proofHours = 24;

/**
 * Throws away mail addresses that nobody needs any more: of mails about accounts that left long ago, and of
 * registrations, resets and changes of address that were never finished.
 */
@Injectable()
export class ForgetAccountMails extends RepeatedWork {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(CONFIG) config: Config,
  ) {
    super(config.role, {
      log: 'mail',
      pause: sweepEvery,
      failure: 'Old mails about accounts could not be deleted',
    });
  }

  protected turn(): Promise<void> {
    return this.run();
  }

  /** Mails that still wait to be sent stay. */
  async run(): Promise<void> {
    await this.dataSource.query(
      `delete from account_mail where state <> 'queued' and created_at < now() - $1::int * interval '1 day'`,
      [keptDays],
    );
    await this.dataSource.query(
      `delete from mail_proof where created_at < now() - $1::int * interval '1 hour'`,
      [proofHours],
    );
  }
}
