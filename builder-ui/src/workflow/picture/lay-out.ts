import type { DraftWorkflow } from '../draft-workflow.js';
import { type Line, linesOf } from './circuit-lines.js';
import { type Course, type Link, makeRows, type SizeOf, type Unit, wordsName } from './make-rows.js';
import { orderRows } from './order-rows.js';
import { placeAcross } from './place-across.js';
import { rankStages } from './rank-stages.js';
import { type Net, routeChannel } from './route-channel.js';
import { APART, APPROACH, type Size, STAGE, TRACK } from './sizes.js';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point, Size {}

/** Where a stage stands in the picture: how many steps after the start, and beside which others. */
export interface Spot {
  readonly step: number;
  readonly side: number;
}

export interface DrawnLine extends Line {
  /** To a stage that stands above. */
  readonly isBack: boolean;
  /** From its stage to the other: down, up and across alone. */
  readonly points: readonly Point[];
  /** The place of its words, upon the line and upon nothing else. */
  readonly words: Box;
}

export interface Layout {
  readonly spots: ReadonlyMap<string, Spot>;
  readonly stages: ReadonlyMap<string, Box>;
  readonly lines: readonly DrawnLine[];
}

/**
 * The picture of a circuit. It follows from the circuit alone, so that it is no part of the procedure and the same for
 * everybody: the usual way straight down, corrections beside the stage that asks first, ends together at the bottom. Lines
 * run between the stages and never behind one; the words of a line have a place of their own near the stage it leaves.
 */
export function layOut(workflow: DraftWorkflow, sizeOf: SizeOf): Layout {
  const lines = linesOf(workflow);
  const ranks = rankStages(workflow, lines);
  const { rows, courses } = makeRows(workflow, lines, ranks, sizeOf);
  const links = [...new Set(courses.flatMap((course) => course.links))];
  const order = orderRows(rows, links);
  const lefts = placeAcross(order, links);
  const across = new Map<string, { readonly left: number; readonly middle: number }>();
  for (const unit of order.flat())
    for (const { name, left, width } of unit.parts) {
      const start = (lefts.get(unit) ?? 0) + left;
      across.set(name, { left: start, middle: start + width / 2 });
    }
  const ports = portsOf(links, (name) => across.get(name)?.middle ?? 0);
  const down = placeDown(order, courses, links, ports);
  const { tops, heights } = down;
  const stages = new Map<string, Box>();
  const spots = new Map<string, Spot>();
  order.forEach((row, index) => {
    if (index % 2 === 1) return;
    const here = row.flatMap(({ kind, parts }) => (kind === 'stage' ? parts : []));
    let side = 0;
    for (const { name } of here) {
      if (!ranks.steps.has(name)) continue;
      stages.set(name, { x: across.get(name)?.left ?? 0, y: tops[index] ?? 0, ...STAGE });
      spots.set(name, { step: index / 2, side: side++ });
    }
  });
  const middleOf = (name: string): number => across.get(name)?.middle ?? 0;
  return {
    spots,
    stages,
    lines: courses.map((course): DrawnLine => {
      const isBack = course.way === 'back';
      const base = { ...course.line, isBack };
      const from = stages.get(course.line.from);
      const to = stages.get(course.line.to);
      if (!from || !to) throw new Error(`no place for ${course.line.from} or ${course.line.to}`);
      if (course.way === 'self')
        return { ...base, ...aroundItself(from, middleOf(wordsName(course.line)), course.words) };
      if (course.way === 'beside') {
        const isPair = lines.some((line) => line.from === course.line.to && line.to === course.line.from);
        return { ...base, ...sideways(from, to, course.words, isPair) };
      }
      const row = (ranks.steps.get(course.line.from) ?? 0) * 2 + (isBack ? -1 : 1);
      const middle = middleOf(wordsName(course.line));
      const center = (tops[row] ?? 0) + (heights[row] ?? 0) / 2;
      return {
        ...base,
        points: pointsOf(course, ports, down),
        words: around({ x: middle, y: center }, course.words),
      };
    }),
  };
}

type Ports = (link: Link, end: 'upper' | 'lower') => number;

/**
 * Where a link meets what it joins: in the middle, or a little beside it where that makes it straight. What has its arrow
 * at the other end than the way on (a way back; one that comes back by itself) meets a stage beside its middle, at the side
 * of what it comes from or leads to.
 */
function portsOf(links: readonly Link[], middleOf: (name: string) => number): Ports {
  const places = new Map<string, number>();
  const edges = new Map<string, Map<string, number>>();
  const counts = new Map<string, number>();
  for (const { row, net } of links) counts.set(`${row} ${net}`, (counts.get(`${row} ${net}`) ?? 0) + 1);
  for (const { row, net, upper, lower } of links) {
    for (const [stage, other] of [
      [upper, lower],
      [lower, upper],
    ] as const) {
      if (stage.includes(' ')) continue;
      const away = middleOf(other) - middleOf(stage);
      if (isApart(net)) {
        const edge = `${stage} ${stage === upper ? 'below' : 'above'}`;
        const nets = edges.get(edge) ?? new Map<string, number>();
        const there = nets.get(net);
        nets.set(net, there === undefined || Math.abs(away) < Math.abs(there) ? away : there);
        edges.set(edge, nets);
      } else if (counts.get(`${row} ${net}`) === 1 && Math.abs(away) < APART / 3) places.set(net, away);
    }
  }
  const most = STAGE.width / 2 - APART / 2;
  for (const nets of edges.values()) {
    const order = [...nets].toSorted(([, a], [, b]) => a - b);
    order.forEach(([net, away], index) => {
      const side = order.length === 1 ? Math.sign(away || 1) : index === 0 ? -1 : 1;
      places.set(net, side * Math.min(most, Math.max(APART, side * away)));
    });
  }
  return ({ net, upper, lower }, end) => {
    const name = end === 'upper' ? upper : lower;
    return middleOf(name) + (name.includes(' ') ? 0 : (places.get(net) ?? 0));
  };
}

function isApart(net: string): boolean {
  return /^(out-up|turn|turn-up|back) /.test(net);
}

interface Down {
  readonly tops: readonly number[];
  readonly heights: readonly number[];
  /** How far from the top of the picture a net runs across below a row. */
  readonly trackOf: (row: number, net: string) => number;
  /** Where a net that cannot go straight down to a place of the next row goes down, and how far. */
  readonly jogOf: (row: number, net: string, bottom: number) => Point | null;
}

function placeDown(
  order: readonly (readonly Unit[])[],
  courses: readonly Course[],
  links: readonly Link[],
  ports: Ports,
): Down {
  const wordHeights = new Map(courses.map(({ line, words }) => [wordsName(line), words.height]));
  const heights = order.map((row, index) =>
    index % 2 === 0
      ? STAGE.height
      : Math.max(0, ...row.flatMap(({ parts }) => parts).map(({ name }) => wordHeights.get(name) ?? 0)),
  );
  const tops: number[] = [];
  const tracks = new Map<string, number>();
  const jogs: ((net: string, bottom: number) => Point | null)[] = [];
  let y = 0;
  order.forEach((_, row) => {
    tops.push(y);
    y += heights[row] ?? 0;
    const nets = netsOf(
      links.filter((link) => link.row === row),
      ports,
    );
    const isBelowStages = row % 2 === 0;
    const hasArrow = nets.some(({ name }) => name.startsWith(isBelowStages ? 'back ' : 'on '));
    const [above, under] = [isBelowStages, !isBelowStages].map((isNear) =>
      isNear && hasArrow ? APPROACH.arrow : APPROACH.plain,
    ) as [number, number];
    const channel = routeChannel(nets);
    const from = y + above;
    for (const [net, track] of channel.tracks) tracks.set(`${row} ${net}`, from + track * TRACK);
    jogs.push((net, bottom) => {
      const jog = channel.jogOf(net, bottom);
      return jog && { x: jog.x, y: from + jog.track * TRACK };
    });
    y = from + channel.depth * TRACK + under;
  });
  return {
    tops,
    heights,
    trackOf: (row, net) => tracks.get(`${row} ${net}`) ?? 0,
    jogOf: (row, net, bottom) => jogs[row]?.(net, bottom) ?? null,
  };
}

function netsOf(links: readonly Link[], ports: Ports): readonly Net[] {
  const nets = new Map<string, { tops: Set<number>; bottoms: Set<number> }>();
  for (const link of links) {
    const net = nets.get(link.net) ?? { tops: new Set(), bottoms: new Set() };
    net.tops.add(ports(link, 'upper'));
    net.bottoms.add(ports(link, 'lower'));
    nets.set(link.net, net);
  }
  return [...nets].map(([name, { tops, bottoms }]) => ({ name, tops: [...tops], bottoms: [...bottoms] }));
}

function pointsOf(
  { way, links }: Course,
  ports: Ports,
  { tops, heights, trackOf, jogOf }: Down,
): readonly Point[] {
  const all = links.flatMap((link): readonly Point[] => {
    const [upper, lower] = [ports(link, 'upper'), ports(link, 'lower')];
    const track = trackOf(link.row, link.net);
    const jog = jogOf(link.row, link.net, lower);
    const points = [
      { x: upper, y: (tops[link.row] ?? 0) + (heights[link.row] ?? 0) },
      ...(upper === lower
        ? []
        : [
            { x: upper, y: track },
            ...(jog ? [{ x: jog.x, y: track }, jog, { x: lower, y: jog.y }] : [{ x: lower, y: track }]),
          ]),
      { x: lower, y: tops[link.row + 1] ?? 0 },
    ];
    return way === 'back' ? points.toReversed() : points;
  });
  return all.filter((point, index) => {
    const [before, after] = [all[index - 1], all[index + 1]];
    if (!before || !after) return true;
    return !(before.x === point.x && point.x === after.x) && !(before.y === point.y && point.y === after.y);
  });
}

function sideways(from: Box, to: Box, words: Size, isPair: boolean): Pick<DrawnLine, 'points' | 'words'> {
  const isRight = to.x > from.x;
  const y = from.y + from.height * (isPair ? (isRight ? 0.28 : 0.72) : 0.5);
  const [start, end] = isRight ? [from.x + from.width, to.x] : [from.x, to.x + to.width];
  return {
    points: [
      { x: start, y },
      { x: end, y },
    ],
    words: around({ x: (start + end) / 2, y }, words),
  };
}

function aroundItself(stage: Box, x: number, words: Size): Pick<DrawnLine, 'points' | 'words'> {
  const [high, low] = [stage.y + stage.height * 0.25, stage.y + stage.height * 0.75];
  const side = x < stage.x ? stage.x : stage.x + stage.width;
  return {
    points: [
      { x: side, y: high },
      { x, y: high },
      { x, y: low },
      { x: side, y: low },
    ],
    words: around({ x, y: (high + low) / 2 }, words),
  };
}

function around({ x, y }: Point, { width, height }: Size): Box {
  return { x: x - width / 2, y: y - height / 2, width, height };
}
