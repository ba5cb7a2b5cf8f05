import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../config/config.js';
import { RepeatedWork } from '../jobs/repeated-work.js';
import { MakeExport } from './make-export.js';

const lookEvery = 10 * 60_000;
/** What a process that was killed left lying. */
const leftAfter = 24 * 3_600_000;

/** Tables go when their time is over. That they were made, and of which applications, stays. */
@Injectable()
export class ExpireExports extends RepeatedWork {
  constructor(
    private readonly dataSource: DataSource,
    private readonly make: MakeExport,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    super(config.role, { log: 'exports', pause: lookEvery, failure: 'Old tables could not be thrown away' });
  }

  protected async turn(): Promise<void> {
    await this.run();
  }

  /** The content goes with the next sweep of the files, because no row names it any more. @returns how many */
  async run(): Promise<number> {
    const [gone] = await this.dataSource.query<[unknown[], number]>(
      `update export set state = 'expired', sha256 = null, faults = '[]'
       where sha256 is not null
         and finished_at <= clock_timestamp() - $1::float8 * interval '1 millisecond' returning id`,
      [this.config.exportKeepMs],
    );
    await this.sweepWorkshop();
    return gone.length;
  }

  private async sweepWorkshop(): Promise<void> {
    const { workshop } = this.make;
    for (const name of await readdir(workshop).catch(() => [])) {
      const found = await stat(join(workshop, name)).catch(() => null);
      if (found && found.mtimeMs < Date.now() - leftAfter)
        await rm(join(workshop, name), { recursive: true, force: true });
    }
  }
}
