import type { ReactNode } from 'react';
import type { DeskApplicationView } from '../../../api/types.js';
import { useLanguage } from '../../../texts/index.js';
import { useDeskTexts } from '../../desk-texts.js';
import { historyTitle } from '../history-title.js';

type StageReasonProps = Pick<DeskApplicationView, 'stageReason' | 'history' | 'checks'>;

/** Why the case stands where it stands: the step, who took it and why, and the condition that chose the way. */
export function StageReason({ stageReason, history, checks }: StageReasonProps): ReactNode {
  const texts = useDeskTexts();
  const language = useLanguage();
  const line = stageReason && history[stageReason.step];
  if (!line) return null;
  const { reasons, passedOver } = stageReason;
  const failed = line.type === 'checked' ? checks.filter((check) => !check.passed) : [];
  const words = texts.stageReason;
  return (
    <div className="desk-why">
      <h4 className="desk-why__title">{words.title}</h4>
      <p>
        {historyTitle(line, texts.history)}
        {line.actorKind !== 'system' && line.actorName !== '' && (
          <span className="desk-small tz-quiet">{texts.signs.aside(line.actorName)}</span>
        )}
      </p>
      {line.reason !== null && line.reason !== '' && (
        <div className="desk-reason">
          <p className="tz-prewrap">{line.reason}</p>
        </div>
      )}
      <Clauses title={words.because} clauses={reasons[language]} />
      {passedOver.map((other) => (
        <Clauses
          key={other.titles.join(' ')}
          title={words.notTo(other.titles.join(words.or))}
          clauses={other.reasons[language]}
        />
      ))}
      <Clauses title={words.failedChecks} clauses={failed.map((check) => check.title)} />
    </div>
  );
}

/** Parts of a condition under the words that say what they decided. */
export function Clauses({
  title,
  clauses,
}: {
  readonly title: string;
  readonly clauses: readonly string[];
}): ReactNode {
  if (clauses.length === 0) return null;
  return (
    <div className="desk-small">
      <p className="tz-quiet">{title}</p>
      <ul className="desk-why__clauses">
        {clauses.map((clause) => (
          <li key={clause}>{clause}</li>
        ))}
      </ul>
    </div>
  );
}
