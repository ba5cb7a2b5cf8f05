import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { compareVersions } from '#engine';
import { CONFIG, type Config } from '../config/config.js';
import { RepeatedWork } from '../jobs/repeated-work.js';
import { planFrom } from '../procedures/begin-move.js';
import { type CompiledVersion, ProcedureLibrary } from '../procedures/procedure-library.js';
import { contentHash } from '../procedures/version-hash.js';
import type { MoveVersions } from './judge-application.js';
import { MoveApplication, type OpenMove } from './move-application.js';

type Versions = MoveVersions & { readonly after: CompiledVersion };

const lookEvery = 5_000;
const block = 100;

interface MoveRow extends OpenMove {
  readonly state: 'running' | 'taking-back';
  /** What it leads to is in force. */
  readonly stands: boolean;
}

/**
 * Carries applications under review over to a new version, block by block, each in a transaction of its own; and back
 * where that was asked for. One that fails stays where it is and holds up no other.
 */
@Injectable()
export class RunMoves extends RepeatedWork {
  constructor(
    private readonly dataSource: DataSource,
    private readonly library: ProcedureLibrary,
    private readonly moveOne: MoveApplication,
    @Inject(CONFIG) config: Config,
  ) {
    super(config.role, { log: 'moves', pause: lookEvery, failure: 'Applications could not be moved' });
  }

  protected turn(): Promise<void> {
    return this.run();
  }

  async run(): Promise<void> {
    const moves = await this.dataSource.query<MoveRow[]>(
      `select m.id, m.procedure_id, m.from_hash, m.to_hash, m.by_id, m.state, f.number as from_number,
         t.number as to_number, p.current_hash = m.to_hash as stands
       from application_move m join procedure p on p.id = m.procedure_id
       join procedure_version f on f.hash = m.from_hash join procedure_version t on t.hash = m.to_hash
       where m.state in ('running', 'taking-back') order by m.begun_at`,
    );
    for (const move of moves) {
      if (this.isStopped) return;
      if (move.state === 'taking-back') await this.back(move);
      else if (!move.stands) await this.end(move, 'stopped');
      else await this.forth(move);
    }
  }

  private async forth(move: MoveRow): Promise<void> {
    const versions = await this.versions(move);
    const waiting = `select a.id from application a where a.procedure_id = $1 and a.version_hash = $2 and a.open
      and not exists (select from application_move_item i where i.move_id = $3 and i.application_id = a.id)
      and a.id > $4 order by a.id limit ${block}`;
    let last = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const ids = await this.dataSource.query<{ id: string }[]>(waiting, [
        move.procedure_id,
        move.from_hash,
        move.id,
        last,
      ]);
      for (const { id } of ids) {
        if (this.isStopped || !(await this.isStill(move))) return;
        await this.one(move, id, versions);
      }
      last = ids.at(-1)?.id ?? last;
      if (ids.length < block) break;
    }
    await this.end(move, 'done');
  }

  private async one(move: MoveRow, id: string, versions: Versions | null): Promise<void> {
    try {
      if (!versions) throw new RangeError('The new version has no plan from here.');
      await this.dataSource.transaction((tx) => this.moveOne.run(tx, move, versions, id));
    } catch (error) {
      this.logger.error(
        `An application stays in its version (${error instanceof Error ? error.name : 'unknown'}).`,
      );
      await this.dataSource.query(
        `insert into application_move_item (move_id, application_id, outcome, reason, submission_n, at)
         select $1, id, 'stays', 'failed', submission_count, clock_timestamp() from application where id = $2
         on conflict do nothing`,
        [move.id, id],
      );
    }
  }

  private async back(move: MoveRow): Promise<void> {
    const before = await this.library.version(move.from_hash);
    for (;;) {
      const ids = await this.dataSource.query<{ id: string }[]>(
        `select application_id as id from application_move_item
         where move_id = $1 and outcome in ('moved', 'asked') and reason is null order by application_id limit ${block}`,
        [move.id],
      );
      for (const { id } of ids) {
        if (this.isStopped) return;
        await this.dataSource.transaction((tx) => this.moveOne.takeBack(tx, move, before, id));
      }
      if (ids.length < block) break;
    }
    await this.end(move, 'taken-back');
  }

  private async versions({ from_hash: from, to_hash: to }: MoveRow): Promise<Versions | null> {
    const [before, after] = await Promise.all([this.library.version(from), this.library.version(to)]);
    const plan = planFrom(after.files, contentHash(before.files));
    if (!plan) return null;
    const comparison = compareVersions(
      { ...before, hash: contentHash(before.files) },
      { ...after, hash: contentHash(after.files) },
      plan.steps,
    );
    return { plan, comparison, before, after };
  }

  /** Neither taken back nor overtaken by another version meanwhile. */
  private async isStill({ id }: MoveRow): Promise<boolean> {
    const rows = await this.dataSource.query<unknown[]>(
      `select 1 from application_move m join procedure p on p.id = m.procedure_id
       where m.id = $1 and m.state = 'running' and p.current_hash = m.to_hash`,
      [id],
    );
    return rows.length > 0;
  }

  private async end({ id, state }: MoveRow, now: 'done' | 'stopped' | 'taken-back'): Promise<void> {
    await this.dataSource.query(
      'update application_move set state = $2, ended_at = clock_timestamp() where id = $1 and state = $3',
      [id, now, state],
    );
  }
}
