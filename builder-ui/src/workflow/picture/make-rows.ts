import type { DraftWorkflow } from '../draft-workflow.js';
import { type Line, nameOf } from './circuit-lines.js';
import type { Ranks } from './rank-stages.js';
import { ACROSS, type Size, STAGE } from './sizes.js';

/** One thing of a row: a stage with what is drawn beside it, the words of a line, or lines that pass on their way to one stage. */
export interface Unit {
  readonly kind: 'stage' | 'words' | 'pass';
  readonly parts: readonly Part[];
  readonly width: number;
}

export interface Part {
  readonly name: string;
  /** From the left of its unit. */
  readonly left: number;
  readonly width: number;
}

/** From something of a row to something of the next. Links of one net are drawn as one line that parts or joins. */
export interface Link {
  readonly row: number;
  readonly net: string;
  readonly upper: string;
  readonly lower: string;
  /** How much it matters that it is straight. */
  readonly weight: number;
}

/** A line, from its source to its target. */
export interface Course {
  readonly line: Line;
  readonly way: 'on' | 'back' | 'beside' | 'self';
  readonly words: Size;
  readonly links: readonly Link[];
}

/** Of the words of a line, and of what stands with them on one that leads on. */
export type SizeOf = (line: Line, isBack: boolean) => Size;

export interface Rows {
  /** Stages stand in rows with an even number; between two of them stand the words of what leads from one to the other. */
  readonly rows: readonly (readonly Unit[])[];
  readonly courses: readonly Course[];
}

/**
 * Everything that needs room of its own, row by row. A line that passes a row of stages has a place between them; lines to
 * one stage join on the way, so that what ends everywhere in the same stage is one line with many beginnings.
 */
export function makeRows(
  { stages }: DraftWorkflow,
  lines: readonly Line[],
  { steps, beside }: Ranks,
  sizeOf: SizeOf,
): Rows {
  const rows: Unit[][] = [];
  const put = (row: number, unit: Unit): void => {
    (rows[row] ??= []).push(unit);
  };
  const rowOf = (name: string): number => 2 * (steps.get(name) ?? 0);
  for (const { name } of stages) {
    if (beside.has(name)) continue;
    const neighbour = [...beside].find(([, other]) => other === name)?.[0] ?? null;
    put(rowOf(name), stageUnit(name, neighbour, lines, sizeOf));
  }
  const mainLines = new Set(
    stages.flatMap(
      ({ name }) => lines.find(({ from, to }) => from === name && rowOf(to) > rowOf(name)) ?? [],
    ),
  );
  const passing = new Set<string>();
  const links = new Map<string, Link>();
  const link = (next: Link): Link => {
    const key = `${next.row} ${next.net} ${next.upper} ${next.lower}`;
    const there = links.get(key);
    const kept = there && there.weight >= next.weight ? there : next;
    links.set(key, kept);
    return kept;
  };
  const courses = lines.map((line): Course => {
    const [start, end] = [rowOf(line.from), rowOf(line.to)];
    const isBack = end < start;
    const words = sizeOf(line, isBack);
    if (line.from === line.to) return { line, way: 'self', words, links: [] };
    if (start === end) return { line, way: 'beside', words, links: [] };
    const down = isBack ? -1 : 1;
    const weight = mainLines.has(line) ? 4 : 1;
    const own: Link[] = [];
    let at = line.from;
    for (let row = start + down; ; row += down) {
      const isFirst = row === start + down;
      const net = isFirst
        ? `${line.returns ? 'turn' : 'out'}${isBack ? '-up' : ''} ${line.from}`
        : `${isBack ? 'back' : 'on'} ${line.to}`;
      const next = row === end ? line.to : isFirst ? wordsName(line) : `${net} ${row}`;
      const ends = isBack ? { upper: next, lower: at } : { upper: at, lower: next };
      own.push(
        link({ row: isBack ? row : row - 1, net, ...ends, weight: at.includes(' ') ? weight * 4 : weight }),
      );
      if (row === end) break;
      if (isFirst)
        put(row, { kind: 'words', parts: [{ name: next, left: 0, width: words.width }], width: words.width });
      else if (!passing.has(next))
        put(row, { kind: 'pass', parts: [{ name: next, left: 0, width: 1 }], width: 1 });
      if (!isFirst) passing.add(next);
      at = next;
    }
    return { line, way: isBack ? 'back' : 'on', words, links: own };
  });
  return { rows: Array.from(rows, (row) => row ?? []), courses };
}

export function wordsName(line: Pick<Line, 'from' | 'to'>): string {
  return `words ${nameOf(line)}`;
}

/** With the correction that it asks for at the right, and at the outer sides what leads to itself; each with room for the words. */
function stageUnit(name: string, neighbour: string | null, lines: readonly Line[], sizeOf: SizeOf): Unit {
  const parts: Part[] = [];
  let left = 0;
  const add = (part: string, width: number, gap = 0): void => {
    parts.push({ name: part, left, width });
    left += width + gap;
  };
  const selfOf = (one: string): Line | undefined => lines.find(({ from, to }) => from === one && to === one);
  const self = selfOf(name);
  if (self) add(wordsName(self), sizeOf(self, false).width, ACROSS.beside);
  add(name, STAGE.width);
  if (neighbour !== null) {
    const between = lines.filter(
      ({ from, to }) => (from === name && to === neighbour) || (from === neighbour && to === name),
    );
    left += ACROSS.beside + Math.max(0, ...between.map((line) => sizeOf(line, false).width)) + ACROSS.beside;
    add(neighbour, STAGE.width);
    const other = selfOf(neighbour);
    if (other) {
      left += ACROSS.beside;
      add(wordsName(other), sizeOf(other, false).width);
    }
  }
  return { kind: 'stage', parts, width: left };
}
