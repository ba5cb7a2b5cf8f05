import type { ReactNode } from 'react';

/** A number with a bar as long as its share of the greatest; the number is the text, the bar is for the eye. */
export function BarCell({
  value,
  most,
  text,
}: {
  readonly value: number;
  readonly most: number;
  readonly text: string;
}): ReactNode {
  return (
    <td className="desk-measure">
      <span className="desk-measure__text">{text}</span>
      <svg className="desk-measure__svg" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect
          className="desk-chart__bar"
          x="0"
          y="0"
          height="10"
          width={most === 0 ? 0 : (value / most) * 100}
        />
      </svg>
    </td>
  );
}
