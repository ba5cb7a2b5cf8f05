import type { ReactNode } from 'react';
import type { ApplicantApplicationView } from '../../api/types.js';
import { Link } from '../../router/index.js';
import {
  dateText,
  dateTimeText,
  useApplicationsTexts,
  useLanguage,
  useVisitsTexts,
  type Language,
} from '../../texts/index.js';
import { InJapanese, StatusChip, Timeline, type TimelineEntry } from '../../ui/index.js';

interface StepsProps {
  readonly steps: ApplicantApplicationView['steps'];
  readonly written: ApplicantApplicationView['messages']['written'];
  readonly visits: ApplicantApplicationView['visits'];
  /** Address of the messages. */
  readonly messages: string;
  readonly ahead: readonly string[];
}

interface Happened extends TimelineEntry {
  readonly at: string;
}

/** What is still to come, as far as it is usual, and below it what has happened, newest first. */
export function Steps({ steps, written, visits, messages, ahead }: StepsProps): ReactNode {
  const texts = useApplicationsTexts().page;
  const visitTexts = useVisitsTexts();
  const language = useLanguage();
  const timeOf = (when: string, agentName: string | null, own: boolean): string => {
    const at = dateTimeText(when, language);
    if (agentName !== null) return texts.byAgent(at, agentName);
    return own ? texts.byYou(at) : at;
  };
  const happened = steps.map((step, index): Happened => ({
    at: step.at,
    key: `${step.at}-${index}`,
    time: timeOf(step.at, step.agentName, step.byApplicant),
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
  }));
  const said = written.map(({ at, side, department, agentName }, index): Happened => ({
    at,
    key: `message-${index}`,
    time: timeOf(at, agentName, side === 'applicant'),
    title: side === 'applicant' ? texts.wrote : texts.written,
    body: (
      <>
        {department !== null && (
          <p>
            <InJapanese>{department}</InJapanese>
          </p>
        )}
        <p>
          <Link to={messages}>{texts.toMessages}</Link>
        </p>
      </>
    ),
  }));
  const visited = visits.map(({ at, kind, about, agentName, byApplicant }, index): Happened => ({
    at,
    key: `visit-${index}`,
    time: timeOf(at, agentName, byApplicant),
    title: visitTexts.happened[kind] ?? visitTexts.title,
    body: about !== null && <p>{slotsText(about, visitTexts, language)}</p>,
  }));
  const newestFirst = [...happened, ...said, ...visited]
    .sort((one, other) => Date.parse(one.at) - Date.parse(other.at))
    .reverse();
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
      <Timeline entries={newestFirst} />
    </>
  );
}

/** `2035-03-01 10:00–11:00, …` in words. */
function slotsText(about: string, { time }: ReturnType<typeof useVisitsTexts>, language: Language): string {
  return about.replaceAll(
    /(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2})–(\d{2}:\d{2})/g,
    (_, day: string, from: string, to: string) => time(dateText(day, language), from, to),
  );
}
