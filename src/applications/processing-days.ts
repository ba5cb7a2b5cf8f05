import type { EntityManager } from 'typeorm';
import { type Advance, type Procedure, processingClock } from '#engine';
import type { EventRecord } from './applications.queries.js';
import { historyEntries } from './history-entries.js';
import type { LockedApplication } from './locked-application.js';
import { stageNamed } from './stage-columns.js';

/**
 * The days that the processing clock has counted when a step ends an application by a decision of the office; null for
 * every other step. What the applicant withdraws was not decided.
 */
export async function processingDaysAtEnd(
  tx: EntityManager,
  application: LockedApplication,
  procedure: Procedure,
  advance: Advance,
): Promise<number | null> {
  const stages = procedure.workflow.stages;
  const [before, after] = [
    stageNamed(stages, application.state.stage),
    stageNamed(stages, advance.state.stage),
  ];
  if (before.kind === 'final' || after.kind !== 'final' || after.outcome === 'withdrawn') return null;
  const events = await tx.query<EventRecord[]>(
    `select to_json(at) #>> '{}' as at, type, from_stage, to_stage, action, actor_kind, actor_id, role, on_behalf_of,
       reason, public_reason
     from application_event where application_id = $1 order by seq`,
    [application.id],
  );
  const history = [...historyEntries(events), ...advance.history];
  return processingClock(procedure, history, advance.state, application.now.toISOString()).used;
}
