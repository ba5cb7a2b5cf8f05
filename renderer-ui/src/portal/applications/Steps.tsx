import type { ReactNode } from 'react';
import type { ApplicantApplicationView } from '../../api/types.js';
import { dateTimeText, useApplicationsTexts, useLanguage } from '../../texts/index.js';
import { StatusChip, Timeline } from '../../ui/index.js';

interface StepsProps {
  readonly steps: ApplicantApplicationView['steps'];
  readonly ahead: readonly string[];
}

/** What is still to come, as far as it is usual, and below it what has happened, newest first. */
export function Steps({ steps, ahead }: StepsProps): ReactNode {
  const texts = useApplicationsTexts().page;
  const language = useLanguage();
  const newestFirst = [...steps].reverse();
  const timeOf = (step: (typeof steps)[number]): string => {
    const at = dateTimeText(step.at, language);
    if (step.agentName !== null) return texts.byAgent(at, step.agentName);
    return step.byApplicant ? texts.byYou(at) : at;
  };
  return (
    <>
      {ahead.length > 0 && (
        <div className="tz-ahead">
          <p>{texts.ahead}</p>
          <ol className="tz-ahead__list">
            {ahead.map((label, index) => (
              <li key={`${index} ${label}`}>{label}</li>
            ))}
          </ol>
          <p className="tz-quiet">{texts.aheadNote}</p>
        </div>
      )}
      <Timeline
        entries={newestFirst.map((step, index) => ({
          key: `${step.at}-${index}`,
          time: timeOf(step),
          title: step.title,
          body: (
            <>
              {step.status.label !== step.title && (
                <p>
                  <StatusChip tone={step.status.tone}>{step.status.label}</StatusChip>
                </p>
              )}
              {step.publicReason !== null && (
                <div className="tz-application__reason">
                  <p className="tz-quiet">{texts.reason}</p>
                  <p className="tz-prewrap">{step.publicReason}</p>
                </div>
              )}
            </>
          ),
        }))}
      />
    </>
  );
}
