import { type DraftStage, type DraftWorkflow, ORIGIN } from '../draft-workflow.js';

/** All ways from one stage to another are one line. */
export interface Line {
  readonly from: string;
  readonly to: string;
  /** Titles of what leads there. */
  readonly titles: readonly string[];
  /** The correction comes back by the line it came. */
  readonly returns: boolean;
}

export function linesOf({ stages }: DraftWorkflow): readonly Line[] {
  const known: ReadonlyMap<string, DraftStage> = new Map(stages.map((stage) => [stage.name, stage]));
  const lines = new Map<string, { from: string; to: string; titles: string[]; returns: boolean }>();
  for (const stage of stages)
    for (const { to, owner } of stage.ways) {
      if (!known.has(to)) continue;
      const key = nameOf({ from: stage.name, to });
      const line = lines.get(key) ?? { from: stage.name, to, titles: [], returns: false };
      if (!line.titles.includes(owner.title)) line.titles.push(owner.title);
      line.returns ||= known.get(to)?.ways.some((way) => way.to === ORIGIN) ?? false;
      lines.set(key, line);
    }
  return [...lines.values()];
}

/** No stage has a name with a space. */
export function nameOf({ from, to }: Pick<Line, 'from' | 'to'>): string {
  return `${from} ${to}`;
}

/** Lines without those that lead back: to a stage that is written before and leads here again. */
export function withoutCycles({ stages }: DraftWorkflow, lines: readonly Line[]): readonly Line[] {
  const place = new Map(stages.map(({ name }, index) => [name, index]));
  const isOn = ({ from, to }: Line): boolean => (place.get(to) ?? 0) > (place.get(from) ?? 0);
  const kept = lines.filter(isOn);
  for (const line of lines) {
    if (isOn(line) || line.from === line.to) continue;
    if (!reaches(kept, line.to, line.from)) kept.push(line);
  }
  return kept;
}

function reaches(lines: readonly Line[], from: string, to: string): boolean {
  const seen = new Set([from]);
  for (const name of seen) for (const line of lines) if (line.from === name) seen.add(line.to);
  return seen.has(to);
}
