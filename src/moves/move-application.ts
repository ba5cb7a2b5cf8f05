import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { WorkflowState } from '#engine';
import { factsOf, type LockedApplication, lockApplication } from '../applications/locked-application.js';
import { RecordAdvance } from '../applications/record-advance.js';
import { recordLine } from '../applications/record-line.js';
import { stageColumns, stageRecord } from '../applications/stage-columns.js';
import { recordAudit } from '../audit/record-audit.js';
import type { CompiledVersion } from '../procedures/procedure-library.js';
import { judgeApplication, type MoveVersions, type Staying } from './judge-application.js';
import { readMoveFacts } from './move-facts.js';

export interface OpenMove {
  readonly id: string;
  readonly procedure_id: string;
  readonly from_hash: string;
  readonly to_hash: string;
  readonly by_id: string | null;
  readonly from_number: number;
  readonly to_number: number;
}

interface Settled {
  readonly outcome: 'moved' | 'asked' | 'stays';
  readonly reason?: Staying;
}

/** What becomes of one application when its procedure has a new version. Twice is once. */
@Injectable()
export class MoveApplication {
  constructor(private readonly record: RecordAdvance) {}

  async run(
    tx: EntityManager,
    move: OpenMove,
    versions: MoveVersions & { readonly after: CompiledVersion },
    id: string,
  ): Promise<void> {
    const application = await lockApplication(tx, id, { procedures: [move.procedure_id] });
    if (application?.version_hash !== move.from_hash) return;
    if (versions.before.procedure.workflow.stages.get(application.state.stage)?.kind === 'final') return;
    const facts = (await readMoveFacts(tx, [id])).get(id);
    if (!facts) return;
    const judged = judgeApplication(versions, application, facts, move.by_id);
    if (judged.kind === 'stays')
      return settle(tx, move, application, { outcome: 'stays', reason: judged.reason });
    const { after } = versions;
    await rewrite(tx, application, after, application.state);
    await tell(tx, application, move, `第${move.from_number}版から第${move.to_number}版へ`);
    if (judged.kind === 'asks') {
      // Behind the line that says that it has moved.
      const moved = { ...application, version_hash: after.hash, event_count: application.event_count + 1 };
      await this.record.run(tx, moved, after.procedure, judged.step);
    }
    await settle(tx, move, application, { outcome: judged.kind === 'asks' ? 'asked' : 'moved' });
  }

  /** As it was, where nobody has worked on it since. */
  async takeBack(tx: EntityManager, move: OpenMove, before: CompiledVersion, id: string): Promise<void> {
    const application = await lockApplication(tx, id, { procedures: [move.procedure_id] });
    const [item] = await tx.query<{ outcome: string; lock: number | null }[]>(
      'select outcome, lock from application_move_item where move_id = $1 and application_id = $2',
      [move.id, id],
    );
    const isUntouched =
      item?.outcome === 'moved' &&
      application?.version_hash === move.to_hash &&
      application.lock === item.lock;
    if (application && isUntouched) {
      await rewrite(tx, application, before, application.state);
      await tell(
        tx,
        application,
        move,
        `第${move.to_number}版から第${move.from_number}版へ（移行の取りやめ）`,
      );
    }
    await tx.query(
      `update application_move_item set outcome = case when $3 then 'back' else outcome end,
         reason = case when $3 then null else $4 end, at = clock_timestamp()
       where move_id = $1 and application_id = $2`,
      [move.id, id, isUntouched, item?.outcome === 'asked' ? 'asked' : 'worked-on'],
    );
  }
}

/** Another version, the same state: only what lists and queues show of it may be named otherwise. */
async function rewrite(
  tx: EntityManager,
  application: LockedApplication,
  { hash, procedure }: CompiledVersion,
  state: WorkflowState,
): Promise<void> {
  const columns = stageColumns(procedure, state, factsOf(application), application.now.toISOString());
  await tx.query(
    `update application a set version_hash = $2, stage_role = c.stage_role, stage_roles = c.stage_roles,
       next_timer_at = c.next_timer_at
     from jsonb_to_record($3::jsonb) as c(${stageRecord}) where a.id = $1`,
    [application.id, hash, JSON.stringify(columns)],
  );
}

async function tell(
  tx: EntityManager,
  application: LockedApplication,
  move: OpenMove,
  about: string,
): Promise<void> {
  await recordLine(tx, application, { type: 'version-moved', actor: { kind: 'system', id: 'move' }, about });
  await recordAudit(tx, {
    actor: { kind: 'system', id: 'move' },
    action: 'application.move',
    subject: { kind: 'application', id: application.id },
    detail: { move: move.id, from: move.from_number, to: move.to_number, about },
  });
}

async function settle(
  tx: EntityManager,
  move: OpenMove,
  { id, submission_count: n }: LockedApplication,
  { outcome, reason }: Settled,
): Promise<void> {
  await tx.query(
    `insert into application_move_item (move_id, application_id, outcome, reason, lock, submission_n, at)
     select $1, a.id, $3, $4, a.lock, $5, clock_timestamp() from application a where a.id = $2
     on conflict do nothing`,
    [move.id, id, outcome, reason ?? null, n],
  );
}
