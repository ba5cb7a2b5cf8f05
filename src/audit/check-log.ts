import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../config/config.js';
import { newId } from '../database/id.js';
import { RepeatedWork } from '../jobs/repeated-work.js';
import type { LogFault } from './log-fault.js';
import { verifyDatabase } from './verify-database.js';

const lookEvery = 10 * 60_000;
const mostFaults = 100;

/**
 * Verifies the whole log once a day, by the keys and anchors of this database: what an outsider does with an export and
 * with keys and anchors of their own, done early. Applications are compared with what the log says of them.
 */
@Injectable()
export class CheckLog extends RepeatedWork {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(CONFIG) config: Config,
  ) {
    super(config.role, { log: 'audit', pause: lookEvery, failure: 'The audit log could not be verified' });
  }

  protected async turn(): Promise<void> {
    const [recent] = await this.dataSource.query<unknown[]>(
      `select 1 from audit_check where at > clock_timestamp() - interval '24 hours' limit 1`,
    );
    if (!recent) await this.run();
  }

  /** @returns what is wrong, the first of it */
  async run(): Promise<readonly LogFault[]> {
    return this.dataSource.transaction('REPEATABLE READ', async (tx) => {
      const faults: LogFault[] = [];
      const { events, seals } = await verifyDatabase(tx, {}, (fault) => {
        if (faults.length < mostFaults) faults.push(fault);
      });
      await tx.query('insert into audit_check (id, events, seals, faults) values ($1, $2, $3, $4)', [
        newId(),
        events,
        seals,
        JSON.stringify(faults),
      ]);
      if (faults.length > 0) this.logger.error(`What is stored is not what was sealed: ${faults[0]?.code}.`);
      return faults;
    });
  }
}
