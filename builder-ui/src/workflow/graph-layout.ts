import { type DraftStage, type DraftWorkflow, ORIGIN } from './draft-workflow.js';

/** Where a stage stands in the picture: how many steps after the start, and beside which others. */
export interface Spot {
  readonly step: number;
  readonly side: number;
}

/** All ways from one stage to another are one line. */
export interface Line {
  readonly from: string;
  readonly to: string;
  /** Titles of what leads there. */
  readonly titles: readonly string[];
  /** The correction comes back by the line it came. */
  readonly returns: boolean;
  /** To a stage that stands above. */
  readonly isBack: boolean;
}

export interface Layout {
  readonly spots: ReadonlyMap<string, Spot>;
  readonly lines: readonly Line[];
}

/**
 * The picture of a circuit. It follows from the circuit alone, so that it is no part of the procedure and the same for
 * everybody: the usual way straight down, corrections beside the stage that asks first, ends together at the bottom.
 */
export function layOut(workflow: DraftWorkflow): Layout {
  const stages = new Map(workflow.stages.map((stage) => [stage.name, stage]));
  const lines = linesOf(workflow, stages);
  const forward = withoutCycles(workflow, lines);
  const steps = stepsOf(workflow, stages, forward);
  const spots = sidesOf(workflow, steps, forward);
  const isBack = (from: string, to: string): boolean =>
    (spots.get(to)?.step ?? 0) < (spots.get(from)?.step ?? 0);
  return { spots, lines: lines.map((line) => ({ ...line, isBack: isBack(line.from, line.to) })) };
}

type Plain = Omit<Line, 'isBack'>;

function linesOf({ stages }: DraftWorkflow, known: ReadonlyMap<string, DraftStage>): readonly Plain[] {
  const lines = new Map<string, { from: string; to: string; titles: string[]; returns: boolean }>();
  for (const stage of stages)
    for (const { to, owner } of stage.ways) {
      if (!known.has(to)) continue;
      const key = JSON.stringify([stage.name, to]);
      const line = lines.get(key) ?? { from: stage.name, to, titles: [], returns: false };
      if (!line.titles.includes(owner.title)) line.titles.push(owner.title);
      line.returns ||= known.get(to)?.ways.some((way) => way.to === ORIGIN) ?? false;
      lines.set(key, line);
    }
  return [...lines.values()];
}

/** Lines without those that lead back: to a stage that is written before and leads here again. */
function withoutCycles({ stages }: DraftWorkflow, lines: readonly Plain[]): readonly Plain[] {
  const place = new Map(stages.map(({ name }, index) => [name, index]));
  const isOn = ({ from, to }: Plain): boolean => (place.get(to) ?? 0) > (place.get(from) ?? 0);
  const kept = lines.filter(isOn);
  for (const line of lines) {
    if (isOn(line) || line.from === line.to) continue;
    if (!reaches(kept, line.to, line.from)) kept.push(line);
  }
  return kept;
}

function reaches(lines: readonly Plain[], from: string, to: string): boolean {
  const seen = new Set([from]);
  for (const name of seen) for (const line of lines) if (line.from === name) seen.add(line.to);
  return seen.has(to);
}

/** As many steps down as the longest way takes; ends together at the bottom, corrections with who asks. */
function stepsOf(
  { stages }: DraftWorkflow,
  known: ReadonlyMap<string, DraftStage>,
  forward: readonly Plain[],
): ReadonlyMap<string, number> {
  const steps = new Map<string, number>();
  const isCorrection = (name: string): boolean => known.get(name)?.kind === 'correction';
  const stepOf = (name: string): number => {
    const there = steps.get(name);
    if (there !== undefined) return there;
    const before = forward.filter((line) => line.to === name && line.from !== name).map(({ from }) => from);
    const step = isCorrection(name)
      ? Math.min(...before.map(stepOf), before.length === 0 ? 0 : Infinity)
      : Math.max(0, ...before.map((from) => stepOf(from) + (isCorrection(from) ? 0 : 1)));
    steps.set(name, step);
    return step;
  };
  for (const { name } of stages) stepOf(name);
  const last = Math.max(0, ...stages.filter(({ kind }) => kind !== 'final').map(({ name }) => stepOf(name)));
  for (const { name, kind } of stages) if (kind === 'final') steps.set(name, last + 1);
  return steps;
}

function sidesOf(
  { stages, start }: DraftWorkflow,
  steps: ReadonlyMap<string, number>,
  forward: readonly Plain[],
): ReadonlyMap<string, Spot> {
  const spots = new Map<string, Spot>();
  const width = Math.max(-1, ...steps.values());
  for (let step = 0; step <= width; step++) {
    const here = stages.filter(({ name }) => steps.get(name) === step);
    // Under what leads there; what is written first stands first, corrections last.
    const heightOf = ({ name, kind }: DraftStage): number => {
      if (kind === 'correction') return Infinity;
      if (name === start) return -1;
      const sides = forward
        .filter(({ to }) => to === name)
        .flatMap(({ from }) => spots.get(from)?.side ?? []);
      return sides.length === 0 ? stages.length : sides.reduce((sum, side) => sum + side, 0) / sides.length;
    };
    const order = here
      .map((stage, index) => ({ stage, index, height: heightOf(stage) }))
      .toSorted((a, b) => a.height - b.height || a.index - b.index);
    order.forEach(({ stage }, side) => spots.set(stage.name, { step, side }));
  }
  return spots;
}

/** The stage that an arrow key leads to: up and down along a line, to the left and right within the step. */
export function neighbour(
  { spots, lines }: Layout,
  name: string,
  way: 'left' | 'right' | 'up' | 'down',
): string | null {
  const spot = spots.get(name);
  if (!spot) return null;
  if (way === 'left' || way === 'right') {
    const side = spot.side + (way === 'left' ? -1 : 1);
    return [...spots].find(([, other]) => other.step === spot.step && other.side === side)?.[0] ?? null;
  }
  const next = lines.flatMap(({ from, to }) => {
    const other = way === 'down' ? (from === name ? to : null) : to === name ? from : null;
    const step = other === null ? undefined : spots.get(other)?.step;
    if (other === null || step === undefined) return [];
    return (way === 'down' ? step > spot.step : step < spot.step) ? [other] : [];
  });
  const nearest = next.toSorted((a, b) => distance(spots, name, a) - distance(spots, name, b))[0];
  return nearest ?? null;
}

function distance(spots: ReadonlyMap<string, Spot>, from: string, to: string): number {
  const [a, b] = [spots.get(from), spots.get(to)];
  if (!a || !b) return Infinity;
  return Math.abs(a.step - b.step) * 100 + Math.abs(a.side - b.side);
}
