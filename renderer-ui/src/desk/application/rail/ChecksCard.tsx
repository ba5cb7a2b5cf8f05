import type { ReactNode } from 'react';
import type { DeskApplicationView } from '../../../api/types.js';
import { useLanguage } from '../../../texts/index.js';
import { Disclosure, StatusChip } from '../../../ui/index.js';
import { useDeskTexts } from '../../desk-texts.js';
import { RailCard } from './RailCard.js';
import { Clauses } from './StageReason.js';

type Check = DeskApplicationView['checks'][number];

interface ChecksCardProps {
  readonly checks: readonly Check[];
  /** Titles of the review criteria by id. */
  readonly criteria: ReadonlyMap<string, string>;
}

/** What needs an eye stands open; what holds can be unfolded. */
export function ChecksCard({ checks, criteria }: ChecksCardProps): ReactNode {
  const texts = useDeskTexts().checks;
  const passed = checks.filter((check) => check.passed);
  const open = checks.filter((check) => !check.passed);
  return (
    <RailCard
      title={texts.title}
      aside={
        checks.length > 0 && <span className="desk-small">{texts.summary(passed.length, checks.length)}</span>
      }
    >
      {checks.length === 0 && <p className="tz-quiet">{texts.none}</p>}
      {open.length > 0 && <CheckList checks={open} criteria={criteria} />}
      {passed.length > 0 && (
        <Disclosure summary={texts.showPassed(passed.length)}>
          <CheckList checks={passed} criteria={criteria} />
        </Disclosure>
      )}
    </RailCard>
  );
}

function CheckList({ checks, criteria }: ChecksCardProps): ReactNode {
  const texts = useDeskTexts().checks;
  const language = useLanguage();
  return (
    <ul className="desk-checks">
      {checks.map((check) => (
        <li key={check.id} className="desk-check">
          <StatusChip tone={check.passed ? 'done' : 'waiting'}>
            {check.passed ? texts.passed : texts.attention}
          </StatusChip>
          <div>
            <p>{check.title}</p>
            {!check.passed && <p className="desk-small">{check.message}</p>}
            <Clauses title={texts.why} clauses={check.why[language]} />
            {check.criterion !== null && (
              <p className="desk-small tz-quiet">
                {texts.criterion(criteria.get(check.criterion) ?? check.criterion)}
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
