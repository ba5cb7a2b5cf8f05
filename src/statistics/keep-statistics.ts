import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config.js';
import { RepeatedWork } from '../jobs/repeated-work.js';
import { CountApplications } from './count-applications.js';
import { CountDrafts } from './count-drafts.js';

const lookEvery = 5_000;
const draftsEvery = 60 * 60_000;

/** Keeps the numbers up while applications go on. */
@Injectable()
export class KeepStatistics extends RepeatedWork {
  private draftsAt = 0;

  constructor(
    private readonly applications: CountApplications,
    private readonly drafts: CountDrafts,
    @Inject(CONFIG) config: Config,
  ) {
    super(config.role, { log: 'statistics', pause: lookEvery, failure: 'Statistics could not be kept up' });
  }

  protected async turn(): Promise<void> {
    await this.run();
    if (Date.now() - this.draftsAt < draftsEvery) return;
    await this.drafts.run();
    this.draftsAt = Date.now();
  }

  /** Until nothing is due. */
  async run(): Promise<void> {
    while (!this.isStopped && ((await this.applications.run()) ?? 0) > 0);
  }
}
