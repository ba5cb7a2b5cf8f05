import type { ReactNode } from 'react';
import type { CorrectionPoints } from './correction-points.js';

/** The points as the applicant reads them. */
export function CorrectionList({
  note,
  points,
}: {
  readonly note: string;
  readonly points: CorrectionPoints;
}): ReactNode {
  return (
    <div className="desk-points-list">
      {note !== '' && <p className="tz-prewrap">{note}</p>}
      <ol>
        {points.map((point) => (
          <li key={point.path}>
            <strong>{point.label}</strong>
            <p className="tz-prewrap">{point.comment}</p>
          </li>
        ))}
      </ol>
    </div>
  );
}
