import type { ReactNode } from 'react';

const WIDTH = 360;
const HEIGHT = 96;
const FOOT = 18;

/** A bar for each day. What it says in words is its name; the numbers stand in the table beside it. */
export function DayChart({
  label,
  days,
}: {
  readonly label: string;
  readonly days: readonly { readonly day: string; readonly count: number }[];
}): ReactNode {
  const most = Math.max(1, ...days.map(({ count }) => count));
  const step = WIDTH / Math.max(1, days.length);
  const [first, last] = [days[0]?.day ?? '', days.at(-1)?.day ?? ''];
  return (
    <svg className="desk-chart" viewBox={`0 0 ${WIDTH} ${HEIGHT + FOOT}`} role="img" aria-label={label}>
      {days.map(({ day, count }, index) => {
        const height = (count / most) * (HEIGHT - 14);
        return (
          <rect
            key={day}
            className="desk-chart__bar"
            x={index * step + step * 0.1}
            y={HEIGHT - height}
            width={step * 0.8}
            height={height}
          />
        );
      })}
      <line className="desk-chart__line" x1="0" y1={HEIGHT} x2={WIDTH} y2={HEIGHT} />
      <text className="desk-chart__text" x="0" y="10">
        {most.toLocaleString()}
      </text>
      <text className="desk-chart__text" x="0" y={HEIGHT + 14}>
        {first}
      </text>
      <text className="desk-chart__text" x={WIDTH} y={HEIGHT + 14} textAnchor="end">
        {last}
      </text>
    </svg>
  );
}
