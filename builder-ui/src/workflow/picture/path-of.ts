import type { DrawnLine, Point } from './lay-out.js';

const ROUND = 8;

/**
 * With round corners. Ways back are dashed, and those to one stage join: they are written from there, so that their dashes
 * lie upon each other and not in each other's gaps.
 */
export function pathOf(line: DrawnLine): string {
  const points = line.isBack ? line.points.toReversed() : line.points;
  return points
    .map((point, index) => {
      const [before, after] = [points[index - 1], points[index + 1]];
      if (!before) return `M${at(point)}`;
      if (!after) return `L${at(point)}`;
      return `L${at(towards(point, before))}Q${at(point)} ${at(towards(point, after))}`;
    })
    .join('');
}

function towards(from: Point, to: Point): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const part = length === 0 ? 0 : Math.min(ROUND, length / 2) / length;
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}

function at({ x, y }: Point): string {
  return `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
}
