import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { StaffAsker } from '../access/asker.js';
import { newId } from '../database/id.js';
import { StaffAskers } from '../access/staff-askers.js';
import { CONFIG, type Config } from '../config/config.js';
import type { Outcome } from '../http/refusal.js';
import { RepeatedWork } from '../jobs/repeated-work.js';
import type { BatchWork } from './batch.dto.js';
import type { RowOutcome, RowsOwn } from './batch-row.entity.js';
import { PerformRow } from './perform-row.js';
import { WriteLetters, type WrittenLetter } from './write-letters.js';

const lookEvery = 1_000;
/** So many of one batch before it is another's turn: a short one does not wait for a long one. */
const turn = 50;

interface BatchUnderWay {
  readonly id: string;
  readonly staff_id: string;
  readonly phase: Phase;
  readonly work: BatchWork;
}

type Phase = 'checking' | 'running';

interface RowInTurn {
  readonly n: number;
  readonly application_id: string | null;
  readonly lock: number | null;
  readonly own: RowsOwn;
}

const columnOf: Readonly<Record<Phase, 'forecast' | 'outcome'>> = {
  checking: 'forecast',
  running: 'outcome',
};

/**
 * Goes through batches in the background: each application in a transaction of its own, which also writes what became of
 * it, so that a crash does nothing twice and nobody waits longer than for one. Several workers share a batch.
 */
@Injectable()
export class RunBatches extends RepeatedWork {
  constructor(
    private readonly dataSource: DataSource,
    private readonly askers: StaffAskers,
    private readonly perform: PerformRow,
    private readonly letters: WriteLetters,
    @Inject(CONFIG) config: Config,
  ) {
    super(config.role, { log: 'batches', pause: lookEvery, failure: 'Batches could not be gone through' });
  }

  protected turn(): Promise<void> {
    return this.run();
  }

  /** Until nothing is left that may begin by now. */
  async run(): Promise<void> {
    for (let worked = true; worked && !this.isStopped;) {
      worked = false;
      for (const batch of await this.underWay()) worked = (await this.takeTurn(batch)) || worked;
    }
  }

  private async underWay(): Promise<readonly BatchUnderWay[]> {
    await this.dataSource.query(
      `update batch set state = 'running' where state = 'waiting' and starts_at <= clock_timestamp()`,
    );
    return this.dataSource.query<BatchUnderWay[]>(
      `select id, staff_id, state as phase, work from batch where state in ('checking', 'running') order by id`,
    );
  }

  /** @returns whether anything was there to be done */
  private async takeTurn(batch: BatchUnderWay): Promise<boolean> {
    const staff = await this.askers.find(batch.staff_id);
    for (let count = 0; count < turn && !this.isStopped; count++) {
      if (await this.next(batch, staff)) continue;
      await this.finish(batch);
      return count > 0;
    }
    return true;
  }

  /** One application. @returns false when none is left that nobody else is at */
  private async next({ id, phase, work }: BatchUnderWay, staff: StaffAsker | null): Promise<boolean> {
    return this.dataSource.transaction(async (tx) => {
      const column = columnOf[phase];
      const [row] = await tx.query<RowInTurn[]>(
        `select r.n, r.application_id, r.lock, r.own from batch_row r join batch b on b.id = r.batch_id
         where r.batch_id = $1 and r.${column} is null and b.state = $2
         order by r.n limit 1 for update of r skip locked`,
        [id, phase],
      );
      if (!row) return false;
      const { outcome, letters } = await this.outcomeOf(tx, staff, row, work, phase);
      await this.letters.keep(tx, id, row.n, letters);
      await tx.query(
        `update batch_row set ${column} = $3, done_at = case when $4 then clock_timestamp() end
         where batch_id = $1 and n = $2`,
        [id, row.n, JSON.stringify(outcome), phase === 'running'],
      );
      return true;
    });
  }

  private async outcomeOf(
    tx: EntityManager,
    staff: StaffAsker | null,
    { application_id: id, lock, own }: RowInTurn,
    work: BatchWork,
    phase: Phase,
  ): Promise<Tried> {
    if (!staff) return nothingSent({ code: 'account-disabled' });
    if (id === null || lock === null) return nothingSent({ code: 'not-found' });
    if (own.repeated) return nothingSent({ code: 'listed-twice' });
    const since = newId();
    try {
      const outcome = await tx.transaction(async (inner) => {
        const done = await this.perform.run(inner, staff, { id, lock, own }, work);
        // While checking, everything is done as it will be, and taken back.
        if (phase === 'checking')
          throw new TriedOnly(done, done.ok ? await this.letters.run(inner, id, since) : []);
        return done;
      });
      return nothingSent(codeOf(outcome));
    } catch (error) {
      if (error instanceof TriedOnly) return { outcome: codeOf(error.outcome), letters: error.letters };
      // What one application brings up must not keep the others from their turn.
      const why = error instanceof Error ? error.name : 'unknown';
      this.logger.error(`Application ${id} of a batch failed (${why}).`);
      return nothingSent({ code: 'failed' });
    }
  }

  private async finish({ id, phase }: BatchUnderWay): Promise<void> {
    const next = phase === 'checking' ? 'checked' : 'done';
    // What would have been sent has been.
    if (phase === 'running')
      await this.dataSource.query('delete from batch_letter where batch_id = $1', [id]);
    await this.dataSource.query(
      `update batch set state = $2, finished_at = case when $2 = 'done' then clock_timestamp() end
       where id = $1 and state = $3
         and not exists (select from batch_row where batch_id = $1 and ${columnOf[phase]} is null)`,
      [id, next, phase],
    );
  }
}

/** What became of one, and what it would have sent. */
interface Tried {
  readonly outcome: RowOutcome;
  readonly letters: readonly WrittenLetter[];
}

function nothingSent(outcome: RowOutcome): Tried {
  return { outcome, letters: [] };
}

/** Carries what would have become of it out of a transaction that is rolled back. */
class TriedOnly extends Error {
  constructor(
    readonly outcome: Outcome<null>,
    readonly letters: readonly WrittenLetter[],
  ) {
    super('tried only');
  }
}

function codeOf(outcome: Outcome<null>): RowOutcome {
  if (outcome.ok) return { code: 'done' };
  return { code: outcome.code, ...(outcome.params && { params: outcome.params }) };
}
