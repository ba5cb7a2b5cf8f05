import type { ReactNode } from 'react';
import type { DeskApplicationView } from '../../../api/types.js';
import { StatusChip } from '../../../ui/index.js';
import { useDeskTexts } from '../../desk-texts.js';
import { RailCard } from './RailCard.js';

interface ChecksCardProps {
  readonly checks: DeskApplicationView['checks'];
  /** Titles of the review criteria by id. */
  readonly criteria: ReadonlyMap<string, string>;
}

/** What needs an eye first; what holds, after it. */
export function ChecksCard({ checks, criteria }: ChecksCardProps): ReactNode {
  const texts = useDeskTexts().checks;
  const passed = checks.filter((check) => check.passed);
  const ordered = [...checks.filter((check) => !check.passed), ...passed];
  return (
    <RailCard
      title={texts.title}
      aside={
        checks.length > 0 && <span className="desk-small">{texts.summary(passed.length, checks.length)}</span>
      }
    >
      {checks.length === 0 && <p className="tz-quiet">{texts.none}</p>}
      <ul className="desk-checks">
        {ordered.map((check) => (
          <li key={check.id} className="desk-check">
            <StatusChip tone={check.passed ? 'done' : 'waiting'}>
              {check.passed ? texts.passed : texts.attention}
            </StatusChip>
            <div>
              <p>{check.title}</p>
              {!check.passed && <p className="desk-small">{check.message}</p>}
              {check.criterion !== null && (
                <p className="desk-small tz-quiet">
                  {texts.criterion(criteria.get(check.criterion) ?? check.criterion)}
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </RailCard>
  );
}
