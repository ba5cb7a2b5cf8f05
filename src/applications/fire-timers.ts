import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { fireTimer, nextTimer } from '#engine';
import { CONFIG, type Config } from '../config/config.js';
import { plainFailure } from '../jobs/plain-failure.js';
import { RepeatedWork } from '../jobs/repeated-work.js';
import { ProcedureLibrary } from '../procedures/procedure-library.js';
import { factsOf, type LockedApplication, readLocked } from './locked-application.js';
import { RecordAdvance } from './record-advance.js';
import { stageColumns } from './stage-columns.js';

/** Timers fire at midnight; a minute later is soon enough. */
const lookEvery = 60_000;
/** One that failed is tried again so much later. */
const retryAfter = 3_600_000;

/**
 * What happens to applications by itself as time goes by: reminders, and what follows when nobody answers in time.
 * Each application is taken by one worker at a time, and its timer fires in the transaction that records it: a crash
 * leaves it to be fired again, and two workers fire it once.
 */
@Injectable()
export class FireTimers extends RepeatedWork {
  constructor(
    private readonly dataSource: DataSource,
    private readonly library: ProcedureLibrary,
    private readonly record: RecordAdvance,
    @Inject(CONFIG) config: Config,
  ) {
    super(config.role, { log: 'timers', pause: lookEvery, failure: 'Timers could not be looked for' });
  }

  protected async turn(): Promise<void> {
    const fired = await this.run();
    if (fired > 0) this.logger.log(`${fired} timers of applications fired.`);
  }

  /**
   * Fires every timer that is due, the earliest first.
   *
   * @param now the database's clock where it is left out
   * @returns how many fired
   */
  async run(now: Date | null = null): Promise<number> {
    let fired = 0;
    while (!this.isStopped) {
      const step = await this.dataSource.transaction((tx) => this.fireNext(tx, now));
      if (step === 'none') break;
      if (step === 'fired') fired++;
    }
    return fired;
  }

  /** An application that another worker holds is left to it. */
  private async fireNext(
    tx: EntityManager,
    now: Date | null,
  ): Promise<'fired' | 'set-right' | 'failed' | 'none'> {
    const [due] = await tx.query<{ id: string }[]>(
      `select id from application where next_timer_at <= coalesce($1, clock_timestamp())
       order by next_timer_at limit 1 for update skip locked`,
      [now],
    );
    const held = due && (await readLocked(tx, due.id));
    if (!held) return 'none';
    const application = now ? { ...held, now } : held;
    try {
      const fired = await tx.transaction((inner) => this.fire(inner, application));
      await tx.query('delete from failed_timer where application_id = $1', [application.id]);
      return fired ? 'fired' : 'set-right';
    } catch (error) {
      // One procedure's mistake must not keep the timers of all others.
      const why = error instanceof Error ? error.name : 'unknown';
      this.logger.error(
        `A timer of application ${application.number} failed (${why}); it is tried again later.`,
      );
      await this.schedule(tx, application.id, new Date(application.now.getTime() + retryAfter));
      await tx.query(
        `insert into failed_timer (application_id, since, last_at, failures, failure) values ($1, now(), now(), 1, $2)
         on conflict (application_id) do update set last_at = excluded.last_at,
           failures = failed_timer.failures + 1, failure = excluded.failure`,
        [application.id, plainFailure(error)],
      );
      return 'failed';
    }
  }

  /** @returns false when nothing was due after all, and only the time of the next timer was set right */
  private async fire(tx: EntityManager, application: LockedApplication): Promise<boolean> {
    const { procedure } = await this.library.version(application.version_hash);
    const facts = factsOf(application);
    const now = application.now.toISOString();
    const next = nextTimer(procedure, application.state, facts);
    const fired = next && fireTimer(procedure, application.state, next.timer, facts, now);
    if (!fired?.ok) {
      const { next_timer_at: at } = stageColumns(procedure, application.state, facts, now);
      await this.schedule(tx, application.id, at);
      return false;
    }
    await this.record.run(tx, application, procedure, fired);
    return true;
  }

  private async schedule(tx: EntityManager, id: string, at: Date | string | null): Promise<void> {
    await tx.query('update application set next_timer_at = $2 where id = $1', [id, at]);
  }
}
