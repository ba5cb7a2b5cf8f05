import {
  advance,
  type Advance,
  type Applied,
  applyPlan,
  canonicalJson,
  civilDateInJapan,
  type Plan,
  type VersionComparison,
} from '#engine';
import { factsOf, type LockedApplication } from '../applications/locked-application.js';
import { askingActions } from '../applications/second-correction.js';
import type { CompiledVersion } from '../procedures/procedure-library.js';
import type { MoveFacts } from './move-facts.js';

/** Why an application keeps its version, the plan aside. */
export const STAYING = [
  /** The plan lets it. */
  'plan',
  /** The applicant is correcting it, by the questions as they were. */
  'correction',
  /** Approvers have begun to agree to it as it is. */
  'approval',
  /** It has been decided under the rules of its day. */
  'decided',
  /** An official has set an amount. */
  'override',
  /** The applicant has signed these very bytes. */
  'signed',
  /** Another office is looking at it. */
  'opinion',
  /** It has been in a stage, or has got a letter, that the new version does not have as it was. */
  'history',
  /** Answers would stand elsewhere, or a result would be another. */
  'answers',
  /** In its stage nobody asks applicants for anything. */
  'cannot-ask',
  'failed',
] as const;
export type Staying = (typeof STAYING)[number];

export interface MoveVersions {
  readonly plan: Plan;
  readonly comparison: VersionComparison;
  readonly before: Pick<CompiledVersion, 'procedure' | 'files'>;
  readonly after: Pick<CompiledVersion, 'procedure' | 'files'>;
}

export type Judged =
  | { readonly kind: 'stays'; readonly reason: Staying }
  | { readonly kind: 'moves' }
  /** Moves, and the step by which its new questions are asked. */
  | { readonly kind: 'asks'; readonly step: Advance };

export type JudgedApplication = Pick<
  LockedApplication,
  'id' | 'answers' | 'state' | 'submitted_at' | 'warnings_count' | 'number' | 'opinions_out' | 'now'
>;

/**
 * What may become of one application in the new version. Answers that were handed in are never written anew: it moves
 * where the new version finds the same in them, or lacks what the applicant can add.
 *
 * @param byId in whose name the applicant is asked
 */
export function judgeApplication(
  versions: MoveVersions,
  application: JudgedApplication,
  facts: MoveFacts,
  byId: string | null,
): Judged {
  const held = stayingOf(versions, application, facts);
  if (held) return { kind: 'stays', reason: held };
  const applied = applyPlan(
    versions.plan,
    versions.comparison,
    {
      id: application.id,
      kind: 'application',
      version: versions.plan.from,
      answers: application.answers,
      state: application.state,
      submittedOn: civilDateInJapan(application.submitted_at.toISOString()),
    },
    civilDateInJapan(application.now.toISOString()),
  );
  if (applied.done === 'ask-again') return askingIn(versions, application, applied, byId);
  if (applied.done !== 'migrate') return { kind: 'stays', reason: 'plan' };
  const isSame = canonicalJson(applied.item.answers) === canonicalJson(application.answers);
  return isSame ? { kind: 'moves' } : { kind: 'stays', reason: 'answers' };
}

function stayingOf(
  { before, after }: MoveVersions,
  { state, opinions_out: opinions }: JudgedApplication,
  { stages, actions, templates, isSigned }: MoveFacts,
): Staying | null {
  const [was, is] = [before.procedure.workflow, after.procedure.workflow];
  if (state.correction) return 'correction';
  if (state.approvals.length > 0) return 'approval';
  const decisions = actions.filter(({ stage }) => was.stages.get(stage)?.kind === 'approval');
  const kindsAfter = decisions.map(({ to }) => was.stages.get(to)?.kind);
  if (kindsAfter.some((kind) => kind === 'waiting' || kind === 'final')) return 'decided';
  if (kindsAfter.includes('approval')) return 'approval';
  if ((state.overrides ?? []).length > 0) return 'override';
  if (isSigned) return 'signed';
  if (opinions > 0) return 'opinion';
  const isKnown =
    stages.every((stage) => is.stages.has(stage)) &&
    actions.every(({ stage, action }) => is.stages.get(stage)?.actions.has(action)) &&
    templates.every((file) => before.files[file] === after.files[file]);
  return isKnown ? null : 'history';
}

function askingIn(
  { after }: MoveVersions,
  application: JudgedApplication,
  { ask, dropped, verdict }: Applied,
  byId: string | null,
): Judged {
  const stays = (reason: Staying): Judged => ({ kind: 'stays', reason });
  const isOnlyMore = verdict?.findings.every(({ outcome }) => outcome === 'must-answer-again');
  if (!isOnlyMore || dropped.length > 0) return stays('answers');
  const { procedure } = after;
  const asking = askingActions(procedure);
  const stage = procedure.workflow.stages.get(application.state.stage);
  const action = [...(stage?.actions.values() ?? [])].find(({ name }) => asking.includes(name));
  if (!action || byId === null) return stays('cannot-ask');
  const comment = '手続の内容が新しくなり、お答えいただくことが加わりました。';
  const step = advance(
    procedure,
    application.state,
    {
      action: action.name,
      // The office asks: whoever had the version published, by the right of those whose turn it is.
      actor: { kind: 'staff', id: byId, roles: [...action.roles] },
      reason: '手続の新しい版に移したため',
      publicReason: comment,
      targets: [...new Set(ask.map(({ path }) => path))].map((path) => ({ path, comment })),
    },
    factsOf(application),
    application.now.toISOString(),
  );
  return step.ok ? { kind: 'asks', step } : stays('cannot-ask');
}
