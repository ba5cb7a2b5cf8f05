import type { Layout, Spot } from './lay-out.js';

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
