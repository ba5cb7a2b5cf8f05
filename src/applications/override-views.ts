import {
  type Actor,
  answerText,
  type Field,
  isShownToApplicant,
  mayOverride,
  overridesInForce,
  type Procedure,
  sightOf,
  targetLabel,
  type Viewer,
} from '#engine';
import type { Language } from '../http/language.js';
import { valueAt } from './answer-at.js';
import type { ChangedByOfficeView } from './application.dto.js';
import type { ApplicationRecord } from './applications.queries.js';
import type { OverridableView, OverrideView } from './override.dto.js';
import { refusedView } from './refused-view.js';

/** Every value that officials have set, the latest first; without those of answers that the viewer does not see. */
export function overrideViews(
  procedure: Procedure,
  { state, events }: ApplicationRecord,
  viewer: Viewer,
): OverrideView[] {
  const names = new Map<string, string | null>(
    events.flatMap((event): [string, string | null][] => [
      [event.actor_id, event.actor_name],
      ...(event.on_behalf_of ? [[event.on_behalf_of, event.absent_name] as [string, string | null]] : []),
    ]),
  );
  return (state.overrides ?? [])
    .filter(({ field }) => isPlain(procedure, viewer, procedure.form.fields.get(field)))
    .map((one) => ({
      path: pointerOf(one.field),
      label: targetLabel(procedure.form, pointerOf(one.field)),
      computed: one.computed,
      value: one.value,
      reason: one.reason,
      publicReason: one.publicReason,
      by: names.get(one.by) ?? '',
      onBehalfOf: one.onBehalfOf && (names.get(one.onBehalfOf) ?? ''),
      at: one.at,
      ended: one.ended && { ...one.ended },
    }))
    .reverse();
}

/** What this official may set to another value at this stage; what was not asked of the applicant cannot be. */
export function overridableViews(
  procedure: Procedure,
  { state, answers }: ApplicationRecord,
  viewer: Viewer,
  actor: Actor,
): OverridableView[] {
  const { form, workflow } = procedure;
  const names = [...new Set(workflow.overrides.map(({ field }) => field))];
  return names.flatMap((name) => {
    const field = form.fields.get(name);
    const computed = valueAt(answers, name);
    if (!field || computed === undefined || !isPlain(procedure, viewer, field)) return [];
    const allowed = mayOverride(procedure, state, name, actor);
    if ('ok' in allowed && allowed.code !== 'on-hold') return [];
    return [
      {
        path: pointerOf(name),
        label: targetLabel(form, pointerOf(name)),
        computed,
        minimum: 'ok' in allowed ? null : allowed.rule.minimum,
        maximum: 'ok' in allowed ? null : allowed.rule.maximum,
        isShown: isShownToApplicant(procedure, field),
        refused: 'ok' in allowed ? refusedView(allowed) : null,
      },
    ];
  });
}

/** What the office has changed, for the applicant. */
export function changedByOffice(
  { form }: Procedure,
  { state, answers }: ApplicationRecord,
  language: Language,
): ChangedByOfficeView[] {
  return overridesInForce(state).flatMap((one) => {
    const field = form.fields.get(one.field);
    if (!field || one.publicReason === '') return [];
    return [
      {
        path: pointerOf(one.field),
        label: targetLabel(form, pointerOf(one.field), answers, language),
        computed: answerText(form, field, one.computed, language),
        value: answerText(form, field, one.value, language),
        reason: one.publicReason,
        at: one.at,
      },
    ];
  });
}

function isPlain(procedure: Procedure, viewer: Viewer, field: Field | undefined): boolean {
  return field !== undefined && sightOf(procedure, viewer, field) === 'plain';
}

/** Questions outside of repeats alone can be changed. */
function pointerOf(path: string): string {
  return `/${path.replaceAll('.', '/')}`;
}
