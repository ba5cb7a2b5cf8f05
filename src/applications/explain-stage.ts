import {
  EvaluationError,
  explainRoute,
  type ExplainedRoute,
  type Procedure,
  readsConcealed,
  type Route,
  type Viewer,
} from '#engine';
import { procedureInEnglish } from '../procedures/in-language.js';
import type { CompiledVersion } from '../procedures/procedure-library.js';
import type { StageReason } from './reasons.dto.js';
import type { ApplicationRecord, EventRecord } from './applications.queries.js';
import { factsOf } from './locked-application.js';

/**
 * What brought the application to the stage it stands in and, where there was a choice, which condition made it. Null
 * only for a history that does not lead there.
 */
export function stageReason(
  version: CompiledVersion,
  record: ApplicationRecord,
  viewer: Viewer,
): StageReason | null {
  const { stage } = record.state;
  const step = record.events
    .map((event) => event.to_stage === stage && event.from_stage !== stage)
    .lastIndexOf(true);
  const event = record.events[step];
  if (!event) return null;
  const tells = routesOf(version.procedure, event).some((route) =>
    readsConcealed(version.procedure, viewer, readsOf(route)),
  );
  const ja = tells ? null : routeTaken(version.procedure, event, record, 'ja');
  const en = ja && routeTaken(procedureInEnglish(version), event, record, 'en');
  return {
    step,
    reasons: { ja: [...(ja?.reasons ?? [])], en: [...(en?.reasons ?? [])] },
    passedOver: (ja?.passedOver ?? []).map(({ titles, reasons }, index) => ({
      titles: [...titles],
      reasons: { ja: [...reasons], en: [...(en?.passedOver[index]?.reasons ?? [])] },
    })),
  };
}

/** Null where nothing was chosen, and where what is known today would choose otherwise: that would explain nothing. */
function routeTaken(
  procedure: Procedure,
  event: EventRecord,
  record: ApplicationRecord,
  language: 'ja' | 'en',
): ExplainedRoute | null {
  const routes = routesOf(procedure, event);
  if (routes.length < 2) return null;
  try {
    const { state } = record;
    const route = explainRoute(procedure, routes, state, factsOf(record), state.enteredAt, language);
    return route.to === event.to_stage ? route : null;
  } catch (error) {
    if (error instanceof EvaluationError) return null;
    throw error;
  }
}

function readsOf(route: Route): readonly string[] {
  const matched = route.kind === 'table' ? route.match.flatMap(({ value }) => value.reads) : [];
  return [...(route.when?.reads ?? []), ...matched];
}

function routesOf(
  { workflow }: Procedure,
  { type, from_stage: from, action }: EventRecord,
): readonly Route[] {
  const stage = workflow.stages.get(from ?? '');
  if (!stage) return [];
  if (type === 'checked') return stage.routes;
  const step = type === 'timer' ? stage.timers.get(action ?? '') : stage.actions.get(action ?? '');
  return step?.routes ?? [];
}
