import type { Problem } from '../problem.js';
import { problem } from '../problem.js';
import type { PathOf } from './graph-rules.js';
import type { Way } from './stage-graph.js';
import { waysOf } from './stage-graph.js';
import type { Action, Stage, Workflow } from './workflow.js';

/** What is wrong with who decides: approvers without a yes to say, and roles that may only recommend. */
export function findApprovalProblems(workflow: Workflow, pathOf: PathOf): readonly Problem[] {
  const stages = [...workflow.stages.values()];
  return [
    ...stages.flatMap((stage) => yesProblems(stage, pathOf)),
    ...stages.flatMap((stage) => recommenderProblems(stage, workflow, pathOf)),
    ...decidingProblems(stages, workflow, pathOf),
    ...stages.flatMap((stage) =>
      [...stage.actions.values()]
        .filter((action) => action.extends !== null && !action.requires.publicReason)
        .map((action) =>
          problem(pathOf(stage, 'actions', action.name, 'extends'), 'extension-without-reason', {
            action: action.name,
          }),
        ),
    ),
  ];
}

/** Where there are approvers there is one action by which they say yes, and it is theirs. */
function yesProblems(stage: Stage, pathOf: PathOf): readonly Problem[] {
  const approving = [...stage.actions.values()].filter((action) => action.approves);
  const at = (action: Action) => pathOf(stage, 'actions', action.name, 'approves');
  if (!stage.approvers) {
    return approving.map((action) =>
      problem(at(action), 'approves-without-approvers', { action: action.name, stage: stage.name }),
    );
  }
  return [
    ...(approving.length === 0
      ? [problem(pathOf(stage, 'approvers'), 'approval-missing', { stage: stage.name })]
      : []),
    ...approving
      .slice(1)
      .map((action) =>
        problem(at(action), 'approval-twice', { action: action.name, first: approving[0]?.name ?? '' }),
      ),
    ...approving
      .filter((action) => action.by === 'applicant')
      .map((action) => problem(at(action), 'approval-by-applicant', { action: action.name })),
  ];
}

function recommenderProblems(stage: Stage, { roles }: Workflow, pathOf: PathOf): readonly Problem[] {
  const report = (role: string, path: string): readonly Problem[] =>
    roles.get(role)?.recommendOnly ? [problem(path, 'recommend-only-approves', { role })] : [];
  const steps = stage.approvers?.steps ?? [];
  return [
    ...(stage.kind === 'approval' && stage.role !== null ? report(stage.role, pathOf(stage, 'role')) : []),
    ...steps.flatMap(({ role }, index) => report(role, pathOf(stage, 'approvers', 'steps', index, 'role'))),
  ];
}

/** Nothing that a role which only recommends does may end in a decision, not even through an automatic stage. */
function decidingProblems(stages: readonly Stage[], { roles, stages: byName }: Workflow, pathOf: PathOf) {
  const ways = waysOf(byName);
  return stages.flatMap((stage) =>
    [...stage.actions.values()].flatMap((action): readonly Problem[] => {
      const role = action.roles.find((name) => roles.get(name)?.recommendOnly);
      if (role === undefined) return [];
      const end = decisionsOf(
        ways.filter((way) => way.from === stage && way.action === action),
        ways,
      )[0];
      if (!end) return [];
      const path = pathOf(stage, 'actions', action.name, 'routes');
      return [problem(path, 'recommend-only-decides', { role, target: end.name })];
    }),
  );
}

/** The ends, withdrawal apart, that some ways lead straight to, automatic stages in between or not. */
export function decisionsOf(first: readonly Way[], ways: readonly Way[]): readonly Stage[] {
  const seen = new Set(first.map((way) => way.to));
  for (const stage of seen) {
    if (stage.kind !== 'check') continue;
    for (const way of ways) if (way.from === stage) seen.add(way.to);
  }
  return [...seen].filter(({ outcome }) => outcome !== null && outcome !== 'withdrawn');
}
