import { fieldHints } from '../answers/field-hints.js';
import { ownValue } from '../answers/members.js';
import { sameAnswer } from '../answers/same-answer.js';
import type { Field, IsoInstant, JsonSchema, Procedure } from '../procedure/procedure.js';
import { overridesInForce } from './answers-in-force.js';
import { rolesOfStage } from './approvals.js';
import type { Authority } from './authority.js';
import { authoritiesFor } from './authority.js';
import { refusal } from './refusal.js';
import { faultInStaffFields } from './staff-fields.js';
import type { ApplicationFacts } from './workflow-facts.js';
import { historyLine, stageOf } from './workflow-state.js';
import type { OverrideRule } from './workflow.js';
import type { Actor, Advance, Override, Refusal, WorkflowState } from './review-state.js';

/** Another value for something computed, or null for the computed one again. */
export interface OverrideCommand {
  /** Dotted path: `sales.payable`. */
  readonly field: string;
  readonly value: unknown;
  /** For colleagues. */
  readonly reason: string;
  /** In plain words for the applicant. */
  readonly publicReason: string;
  readonly actor: Actor;
}

/** Is the question drawn anywhere the applicant reads? A computed step that is kept off the form is not. */
export function isShownToApplicant({ form }: Pick<Procedure, 'form'>, field: Field): boolean {
  return fieldHints(form, field).widget !== 'hidden';
}

/** The rule by which this official may set a question to another value now, and by what right; or why not. */
export function mayOverride(
  procedure: Procedure,
  state: WorkflowState,
  field: string,
  actor: Actor,
): { readonly rule: OverrideRule; readonly authority: Authority } | Refusal {
  const { workflow } = procedure;
  const stage = stageOf(procedure, state.stage);
  if (stage.kind === 'final') return refusal('already-final', { stage: stage.name, title: stage.title });
  const rules = workflow.overrides.filter((rule) => rule.field === field && rule.stages.includes(stage.name));
  const [rule] = rules;
  if (!rule) return refusal('action-not-available', { action: 'override' });
  for (const one of rules) {
    const roles = one.roles.length > 0 ? one.roles : rolesOfStage(stage);
    const [authority] = authoritiesFor(workflow.roles, roles, actor);
    if (!authority) continue;
    if (state.hold) return refusal('on-hold', { owner: state.hold.ownerId, reviewOn: state.hold.reviewOn });
    return { rule: one, authority };
  }
  return refusal('role-missing', { action: 'override' });
}

/**
 * Sets something computed to another value, with a reason for colleagues and one for the applicant; or back to what
 * was computed. The yeses said so far were said to another value: they are taken back.
 */
export function overrideValue(
  procedure: Procedure,
  state: WorkflowState,
  command: OverrideCommand,
  application: ApplicationFacts,
  now: IsoInstant,
): Advance | Refusal {
  const { form } = procedure;
  const { actor, field: path, value } = command;
  const allowed = mayOverride(procedure, state, path, actor);
  if ('ok' in allowed) return allowed;
  const field = form.fields.get(path);
  const computed = field && path.split('.').reduce<unknown>(ownValue, application.answers);
  if (!field || computed === undefined) return refusal('action-not-available', { action: 'override' });
  const before = overridesInForce(state).find((one) => one.field === path);
  const back = value === null;
  const fault = back ? null : faultInValue(field, allowed.rule, value);
  if (fault) return refusal('fields-invalid', { field: 'value', rule: fault });
  if (back ? !before : sameAnswer(value, before ? before.value : computed))
    return refusal('override-unchanged');
  if (command.reason.trim() === '') return refusal('reason-required');
  if (!back && isShownToApplicant(procedure, field) && command.publicReason.trim() === '')
    return refusal('public-reason-required', { minLength: 1, length: 0 });
  const authority = allowed.authority;
  const made: Override = {
    field: path,
    value,
    computed,
    reason: command.reason,
    publicReason: command.publicReason,
    by: actor.id,
    onBehalfOf: authority.onBehalfOf,
    at: now,
    ended: null,
  };
  const line = historyLine({
    at: now,
    type: back ? 'override-ended' : 'overridden',
    from: state.stage,
    to: state.stage,
    action: path,
    actor: { kind: actor.kind, id: actor.id },
    ...authority,
    reason: command.reason,
    publicReason: command.publicReason === '' ? null : command.publicReason,
  });
  const others = (state.overrides ?? []).map((one) =>
    one === before ? { ...one, ended: { at: now, because: back ? 'taken-back' : 'replaced' } as const } : one,
  );
  const acted = state.actors[state.stage] ?? [];
  return {
    ok: true,
    state: {
      ...state,
      overrides: back ? others : [...others, made],
      approvals: [],
      actors: acted.includes(actor.id)
        ? state.actors
        : { ...state.actors, [state.stage]: [...acted, actor.id] },
    },
    effects: [],
    history: [line],
  };
}

/** The limits of the rule stand beside those of the question itself. */
function faultInValue(field: Field, rule: OverrideRule, value: unknown): string | null {
  const { schema } = field;
  const bounds = (key: 'minimum' | 'maximum', pick: (...all: number[]) => number): JsonSchema => {
    const limits = [rule[key], schema[key]].filter((one) => typeof one === 'number');
    return limits.length === 0 ? {} : { [key]: pick(...limits) };
  };
  const one = {
    ...schema,
    ...bounds('minimum', Math.max),
    ...bounds('maximum', Math.min),
    ...(field.options && {
      oneOf: field.options.map((option) => ({ const: option.value, title: option.title })),
    }),
  };
  const asked = { type: 'object', properties: { value: one }, required: ['value'] };
  return faultInStaffFields(asked, { value })?.rule ?? null;
}
