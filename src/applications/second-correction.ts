import type { EntityManager } from 'typeorm';
import type { Procedure } from '#engine';
import { rolesToActIn, type StaffAsker, withoutUnlendable } from '../access/asker.js';
import type { DeskApplicationView } from './desk.dto.js';
import { type ApplicationRecord, iso } from './applications.queries.js';

/** Names of the actions that ask for a correction. */
export function askingActions({ workflow: { stages } }: Procedure): readonly string[] {
  return [...stages.values()].flatMap(({ actions }) =>
    [...actions.values()].filter(({ requires }) => requires.targets).map(({ name }) => name),
  );
}

/** Where nobody is a supervisor, nobody can be asked for a reason, and the rule does not hold. */
function hasSupervisors({ workflow: { roles } }: Procedure): boolean {
  return [...roles.values()].some(({ supervisor }) => supervisor);
}

/** Does the asker hold, or stand in for, a role that supervises in this procedure? */
export function supervises(asker: StaffAsker, procedure: Procedure): boolean {
  const { roles } = procedure.workflow;
  return rolesToActIn(withoutUnlendable(asker, procedure), procedure.info.id).some(
    (role) => roles.get(role)?.supervisor === true,
  );
}

/**
 * Defects are told in one list. Asking again about the same submission therefore takes the reason of a supervisor, once
 * for each time.
 */
export async function needsPermission(
  tx: EntityManager,
  procedure: Procedure,
  application: { readonly id: string; readonly submission_count: number },
): Promise<boolean> {
  if (!hasSupervisors(procedure)) return false;
  const [row] = await tx.query<{ needed: boolean }[]>(
    `select coalesce(asked.at > s.at and not exists (
       select from correction_permission p where p.application_id = $1 and p.at > asked.at), false) as needed
     from submission s, lateral (
       select max(e.at) as at from application_event e
       where e.application_id = $1 and e.type = 'action' and e.action = any($3)) asked
     where s.application_id = $1 and s.n = $2`,
    [application.id, application.submission_count, askingActions(procedure)],
  );
  return row?.needed === true;
}

/** For the desk: null while the present answers have not been asked about, and where the rule does not hold. */
export function secondCorrectionView(
  procedure: Procedure,
  record: ApplicationRecord,
  asker: StaffAsker,
): DeskApplicationView['secondCorrection'] {
  if (!hasSupervisors(procedure) || record.state.correction !== null) return null;
  const asking = askingActions(procedure);
  const stage = procedure.workflow.stages.get(record.state.stage);
  if (![...(stage?.actions.keys() ?? [])].some((name) => asking.includes(name))) return null;
  const asked = record.events
    .filter(({ type, action }) => type === 'action' && asking.includes(action ?? ''))
    .map(({ at }) => Date.parse(at))
    .filter((at) => at > record.answered_at.getTime());
  if (asked.length === 0) return null;
  const { correction_permission: given } = record;
  const holds = given !== null && Date.parse(given.at) > Math.max(...asked);
  return {
    permission: holds ? { ...given, at: iso(given.at) } : null,
    mayPermit: !holds && supervises(asker, procedure),
  };
}
