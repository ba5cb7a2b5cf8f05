import type { Problem } from '../problem.js';
import type { Effect } from '../workflow/workflow.js';
import type { Actor } from '../workflow/review-state.js';
import { valueAt } from './answers-at.js';
import type { FormMap } from './form-map.js';
import { pointersOf } from './answers-at.js';
import type { ReviewStep, ReviewWalk } from './review-walk.js';
import type { Arrival, Look } from './world.js';

/**
 * The text of examples/….json: the answers, the steps, and everything that came of them as the expectation.
 * The same applicant gives the same bytes.
 */
export function writeExample(
  title: string,
  now: string,
  look: Look,
  map: FormMap,
  arrival: Arrival | null,
  walk: ReviewWalk | null,
): string {
  const { errors, warnings } = look;
  const expect = {
    ...(errors.length > 0 ? { problems: errors.map(expectedProblem) } : {}),
    warnings: warnings.map(expectedProblem),
    values: Object.fromEntries(computedValues(look, map)),
    asked: Object.fromEntries(conditional(look, map)),
    ...(arrival ? { stage: arrival.start.state.stage, effects: arrival.start.effects.map(effectOf) } : {}),
  };
  const steps = (walk?.steps ?? []).map(stepOf);
  const example = { title, now, answers: look.given, expect, ...(steps.length > 0 ? { steps } : {}) };
  return `${JSON.stringify(example, null, 2)}\n`;
}

function expectedProblem({ path, code, params }: Problem): Readonly<Record<string, unknown>> {
  return { path, code, ...(code === 'check' && params?.['id'] !== undefined ? { id: params['id'] } : {}) };
}

function computedValues({ evaluation }: Look, map: FormMap): readonly (readonly [string, unknown])[] {
  return [...map.spots.values()]
    .filter(({ step }) => step.compute)
    .flatMap(({ pointer }) => pointersOf(evaluation.answers, pointer))
    .flatMap((pointer): (readonly [string, unknown])[] => {
      const value = valueAt(evaluation.answers, pointer);
      return value === undefined ? [] : [[pointer, value]];
    });
}

/** What is asked of some and not of others. */
function conditional({ evaluation }: Look, map: FormMap): readonly (readonly [string, boolean])[] {
  return [...map.spots.values()]
    .filter(({ step, repeat }) => step.askWhen && repeat === null)
    .map(({ pointer }) => [pointer, evaluation.asked.has(pointer)] as const);
}

function stepOf({ now, command, timer, result }: ReviewStep): Readonly<Record<string, unknown>> {
  const expect = { stage: result.state.stage, effects: result.effects.map(effectOf) };
  if (!command) return { timer, now, expect };
  const { actor, action, reason, publicReason, targets, fields } = command;
  return {
    by: whoOf(actor),
    action,
    now,
    ...(reason === undefined ? {} : { reason }),
    ...(publicReason === undefined ? {} : { publicReason }),
    ...(targets === undefined ? {} : { targets }),
    ...(fields === undefined ? {} : { fields }),
    expect,
  };
}

function whoOf({ kind, id, roles }: Actor): unknown {
  return kind === 'applicant' ? 'applicant' : { id, roles };
}

function effectOf({ kind, template }: Effect): Readonly<Record<string, string>> {
  return { [kind]: template };
}
