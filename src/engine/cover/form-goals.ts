import type { CheckPlan } from '../answers/plan.js';
import type { Stage } from '../workflow/workflow.js';
import type { Advance } from '../workflow/review-state.js';
import type { Form } from '../procedure/procedure.js';
import { parseSource } from '../logic/syntax.js';
import type { FormMap, Spot } from './form-map.js';
import type { Goal } from './goal.js';
import { caseTargets } from './expression-cases.js';
import { optionsWorthTrying } from './options-worth-trying.js';
import type { Probes } from './probe.js';
import { every, probesIn, type Target, targetOf, type Want } from './target.js';

/** A goal of the form, and how to look for it. */
export interface FormGoal {
  readonly goal: Goal;
  /** In each row of it, when set. */
  readonly repeat: string | null;
  readonly target: Target;
  /** The check that must stand against the answers. */
  readonly fails: CheckPlan | null;
  /** Pointer that must be asked, or not; null when that does not matter. */
  readonly asks: { readonly pointer: string; readonly asked: boolean } | null;
  /** What the arrival must show; null for goals of the form alone. */
  readonly arrives: ((arrival: Advance, routeOf: (stage: Stage) => number) => boolean) | null;
}

/** Everything that answers alone can show: what is asked, chosen, computed on which way, checked. */
export function formGoals(form: Form, map: FormMap, probes: Probes): readonly FormGoal[] {
  return [
    ...[...map.spots.values()].flatMap((spot) => [
      ...askedGoals(spot, map, probes),
      ...choiceGoals(spot, form, map, probes),
      ...(spot.step.compute ? expressionGoals(spot.step.compute.source, spot, 'x-compute', map, probes) : []),
      ...(spot.step.askWhen ? expressionGoals(spot.step.askWhen.source, spot, 'x-askWhen', map, probes) : []),
    ]),
    ...form.plan.checks.flatMap((check) => checkGoals(check, map, probes)),
  ];
}

/** That the spot is asked: each condition on the way to it. Null where a condition has no value by itself. */
export function askedTarget(spot: Spot | null, map: FormMap, probes: Probes): readonly Target[] {
  return (spot ? map.within(spot) : []).flatMap((one) => {
    const condition = one.step.askWhen;
    const target = condition && conditionTarget(condition.source, one.repeat, 'true', probes);
    return target ? [target] : [];
  });
}

/** @param leniently leaves out the parts that are no business of the answers */
export function conditionTarget(
  source: string,
  repeat: string | null,
  want: Want,
  probes: Probes,
  leniently = false,
): Target | null {
  const parsed = parseSource(source);
  return parsed && targetOf(parsed.root, source, want, probesIn(probes, repeat), leniently);
}

const PLAIN = { fails: null, asks: null, arrives: null } as const;

function askedGoals(spot: Spot, map: FormMap, probes: Probes): readonly FormGoal[] {
  const { pointer, repeat, step } = spot;
  const asked: FormGoal = {
    ...PLAIN,
    goal: { id: `asked ${pointer}`, kind: 'asked', place: pointer, detail: '' },
    repeat,
    target: every(askedTarget(spot, map, probes)),
    asks: { pointer, asked: true },
  };
  if (!step.askWhen) return [asked];
  const not = conditionTarget(step.askWhen.source, repeat, 'not-true', probes);
  if (!not) return [asked];
  return [
    asked,
    {
      ...PLAIN,
      goal: { id: `not-asked ${pointer}`, kind: 'not-asked', place: pointer, detail: '' },
      repeat,
      target: every([...askedTarget(spot.parent, map, probes), not]),
      asks: { pointer, asked: false },
    },
  ];
}

function choiceGoals(spot: Spot, form: Form, map: FormMap, probes: Probes): readonly FormGoal[] {
  const { field, compute, consent } = spot.step;
  if (!field || compute || consent) return [];
  const name = spot.repeat === null ? field.path : `row.${field.path.split('[].')[1] ?? ''}`;
  const sources =
    field.kind === 'boolean'
      ? ['true', 'false'].map((value) => [value, `${name} = ${value}`] as const)
      : field.kind === 'choice' || field.kind === 'choices'
        ? optionsWorthTrying(field, form).map(({ value }) => {
            const literal = JSON.stringify(value);
            const test =
              field.kind === 'choice' ? `${name} = ${literal}` : `list contains(${name}, ${literal})`;
            return [String(value), test] as const;
          })
        : [];
  return sources.flatMap(([value, source]): FormGoal[] => {
    const target = conditionTarget(source, spot.repeat, 'true', probes);
    if (!target) return [];
    const goal: Goal = {
      id: `choice ${spot.pointer} ${value}`,
      kind: 'choice',
      place: spot.pointer,
      detail: value,
    };
    return [
      { ...PLAIN, goal, repeat: spot.repeat, target: every([...askedTarget(spot, map, probes), target]) },
    ];
  });
}

function checkGoals(check: CheckPlan, map: FormMap, probes: Probes): readonly FormGoal[] {
  const { id, expression } = check.check;
  const owner = check.owner && map.spotOf(check.owner);
  const place = owner?.pointer ?? '';
  const repeat = check.repeat?.pointer ?? null;
  const [held, failed] = (['true', 'false'] as const).map((want) =>
    conditionTarget(expression.source, repeat, want, probes),
  );
  const asked = askedTarget(owner, map, probes);
  const asks = owner ? { pointer: owner.pointer, asked: true } : null;
  const goalOf = (kind: 'check-held' | 'check-failed'): Goal => ({
    id: `${kind} ${place} ${id}`,
    kind,
    place,
    detail: id,
  });
  return [
    ...(held
      ? [{ ...PLAIN, goal: goalOf('check-held'), repeat, asks, target: every([...asked, held]) }]
      : []),
    ...(failed
      ? [
          {
            ...PLAIN,
            goal: goalOf('check-failed'),
            repeat,
            asks,
            target: every([...asked, failed]),
            fails: check,
          },
        ]
      : []),
    ...expressionGoals(expression.source, owner, `x-check/${id}`, map, probes, repeat),
  ];
}

/** The ways through one expression. */
function expressionGoals(
  source: string,
  spot: Spot | null,
  keyword: string,
  map: FormMap,
  probes: Probes,
  repeat: string | null = spot?.repeat ?? null,
): readonly FormGoal[] {
  const place = `${spot?.pointer ?? ''}#${keyword}`;
  const around = keyword === 'x-askWhen' ? (spot?.parent ?? null) : spot;
  const asked = askedTarget(around, map, probes);
  const originOf = (reads: readonly string[]) => {
    const spots = reads.flatMap((read) => map.spotRead(read, repeat) ?? []);
    return spots.length === 0 ? 'elsewhere' : spots.every(({ step }) => step.compute) ? 'computed' : 'given';
  };
  return caseTargets(source, probesIn(probes, repeat), originOf).map(({ kind, detail, target }) => ({
    ...PLAIN,
    goal: { id: `${kind} ${place} ${detail}`, kind, place, detail },
    repeat,
    target: every([...asked, target]),
  }));
}
