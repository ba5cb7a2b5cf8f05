import { neededSteps, type Procedure, workflowFacts } from '#engine';
import type { ApprovalView } from './desk.dto.js';
import type { ApplicationRecord } from './applications.queries.js';
import { factsOf } from './locked-application.js';
import { stageNamed } from './stage-columns.js';

/** Whose yes the decision needs, who has said it, and whose turn it is; null where one person decides. */
export function approvalView(procedure: Procedure, record: ApplicationRecord): ApprovalView | null {
  const { state } = record;
  const { approvers } = stageNamed(procedure.workflow.stages, state.stage);
  if (!approvers) return null;
  const names = new Map(
    record.events.flatMap((event) => [
      [event.actor_id, event.actor_name ?? ''],
      [event.on_behalf_of ?? '', event.absent_name ?? ''],
    ]),
  );
  const facts = workflowFacts(procedure, state, factsOf(record), record.now.toISOString());
  return {
    order: approvers.order,
    needed: approvers.needed,
    steps: neededSteps(approvers, facts).map(({ index, step }) => {
      const yes = state.approvals.find((approval) => approval.step === index);
      return {
        title: step.title,
        roleTitle: procedure.workflow.roles.get(step.role)?.title ?? step.role,
        isTurn: !yes && record.stage_roles.includes(step.role),
        approved: yes
          ? {
              by: names.get(yes.by) ?? '',
              onBehalfOf: yes.onBehalfOf === null ? null : (names.get(yes.onBehalfOf) ?? ''),
              at: yes.at,
            }
          : null,
      };
    }),
  };
}
