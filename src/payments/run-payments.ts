import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../config/config.js';
import { RepeatedWork } from '../jobs/repeated-work.js';
import { FinishLooking } from './finish-looking.js';
import { SettlePayments } from './settle-payments.js';
import { WriteLooks } from './write-looks.js';

const lookEvery = 1_000;

/**
 * Does in the background what takes long for many payments: looks at each, and carries out what the bank says of them.
 * Each step is a transaction that also writes what became of it, so that a crash does nothing twice.
 */
@Injectable()
export class RunPayments extends RepeatedWork {
  constructor(
    private readonly dataSource: DataSource,
    private readonly looks: WriteLooks,
    private readonly finish: FinishLooking,
    private readonly settle: SettlePayments,
    @Inject(CONFIG) config: Config,
  ) {
    super(config.role, {
      log: 'payments',
      pause: lookEvery,
      failure: 'Payments could not be gone through',
    });
  }

  protected turn(): Promise<void> {
    return this.run();
  }

  /** Until nothing is left to do by now. */
  async run(): Promise<void> {
    for (const { id, state } of await this.underWay()) {
      if (state === 'looking') {
        while (!this.isStopped && (await this.looks.run(id)));
        if (!this.isStopped) await this.finish.run(id);
      } else {
        while (!this.isStopped && (await this.settle.run(id)));
      }
    }
  }

  private underWay(): Promise<{ id: string; state: 'looking' | 'exported' }[]> {
    return this.dataSource.query(
      `select id, state from payment_batch b where state = 'looking' or (state = 'exported' and exists (
         select from payment p where p.batch_id = b.id and p.state = 'ready' and p.reported is not null and p.outcome is null))
       order by id`,
    );
  }
}
