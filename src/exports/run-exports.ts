import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { StaffAskers } from '../access/staff-askers.js';
import { CONFIG, type Config } from '../config/config.js';
import { RepeatedWork } from '../jobs/repeated-work.js';
import { MakeExport, type TakenExport } from './make-export.js';
import { MayExport } from './may-export.js';

const lookEvery = 1_000;
/** Who has not been heard of for so long is gone, and another takes it up from its beginning. */
const silence = '2 minutes';
const mostAttempts = 3;

interface WaitingExport extends TakenExport {
  readonly staff_id: string;
}

/** Makes tables in the background, one after the other in each process. */
@Injectable()
export class RunExports extends RepeatedWork {
  constructor(
    private readonly dataSource: DataSource,
    private readonly askers: StaffAskers,
    private readonly may: MayExport,
    private readonly make: MakeExport,
    @Inject(CONFIG) config: Config,
  ) {
    super(config.role, { log: 'exports', pause: lookEvery, failure: 'Tables could not be made' });
  }

  protected turn(): Promise<void> {
    return this.run();
  }

  /** Until none is left that waits. */
  async run(): Promise<void> {
    while (!this.isStopped) {
      const taken = await this.take();
      if (!taken) return;
      await this.carryOut(taken);
    }
  }

  private async take(): Promise<WaitingExport | null> {
    const [rows] = await this.dataSource.query<[WaitingExport[], number]>(
      `update export set state = 'running', attempts = attempts + 1, done = 0, claimed_at = clock_timestamp()
       where id = (
         select id from export
         where state = 'waiting' or (state = 'running' and claimed_at < clock_timestamp() - interval '${silence}')
         order by id limit 1 for update skip locked)
       returning id, staff_id, title, content, language, attempts, created_at as "requestedAt"`,
    );
    return rows[0] ?? null;
  }

  /** With the rights of this moment: they may have ended since it was asked for. */
  private async carryOut(taken: WaitingExport): Promise<void> {
    const staff = await this.askers.find(taken.staff_id);
    if (!staff || !(await this.may.in(staff, taken.content.procedureId))) {
      await this.leave(taken, 'failed');
      return;
    }
    try {
      const isMade = await this.make.run(staff, taken, () => !this.isStopped);
      // A stop leaves it to another process; what was cancelled stays so.
      if (!isMade) await this.leave(taken, 'waiting');
    } catch (error) {
      this.logger.error(`Export ${taken.id} failed, attempt ${taken.attempts}: ${(error as Error).message}`);
      await this.leave(taken, taken.attempts < mostAttempts ? 'waiting' : 'failed');
    }
  }

  private async leave({ id, attempts }: WaitingExport, state: 'waiting' | 'failed'): Promise<void> {
    await this.dataSource.query(
      `update export set state = $3, finished_at = case when $3 = 'failed' then clock_timestamp() end
       where id = $1 and attempts = $2 and state = 'running'`,
      [id, attempts, state],
    );
  }
}
