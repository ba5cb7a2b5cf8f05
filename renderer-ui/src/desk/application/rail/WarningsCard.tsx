import type { ReactNode } from 'react';
import type { DeskApplicationView } from '../../../api/types.js';
import { useLanguage } from '../../../texts/index.js';
import { Icon } from '../../../ui/index.js';
import { useDeskTexts } from '../../desk-texts.js';
import { AnswerLink } from '../answers/AnswerLink.js';
import { RailCard } from './RailCard.js';
import { Clauses } from './StageReason.js';

export function WarningsCard({
  warnings,
}: {
  readonly warnings: DeskApplicationView['warnings'];
}): ReactNode {
  const texts = useDeskTexts();
  const language = useLanguage();
  if (warnings.length === 0) return null;
  return (
    <RailCard
      title={texts.warnings.title}
      aside={<span className="desk-small">{texts.queue.warningCount(warnings.length)}</span>}
    >
      <p className="desk-small tz-quiet">{texts.warnings.lead}</p>
      <ul className="desk-checks">
        {warnings.map((warning) => (
          <li key={`${warning.path} ${warning.code}`} className="desk-check">
            <Icon name="warning" className="tz-icon desk-check__icon" />
            <div>
              <p>{warning.text[language]}</p>
              <Clauses title={texts.warnings.why} clauses={warning.why[language]} />
              <AnswerLink path={warning.path}>{texts.warnings.goTo}</AnswerLink>
            </div>
          </li>
        ))}
      </ul>
    </RailCard>
  );
}
