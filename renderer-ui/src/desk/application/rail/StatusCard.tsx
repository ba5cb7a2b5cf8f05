import type { ReactNode } from 'react';
import type { ClockView, DeskApplicationView } from '../../../api/types.js';
import { useLanguage } from '../../../texts/index.js';
import { Button, StatusChip } from '../../../ui/index.js';
import { useDeskTexts } from '../../desk-texts.js';
import { DueText } from '../../queue/DueText.js';
import { shortDate, shortDateTime } from '../../short-dates.js';
import { useOfficial } from '../../session/official.js';
import { HandOver } from './HandOver.js';
import { HoldNote } from './HoldNote.js';
import { RailCard } from './RailCard.js';
import { StageReason } from './StageReason.js';

interface StatusCardProps {
  readonly application: DeskApplicationView;
  readonly onAssign: (assignee: 'me' | null) => void;
  readonly onResume: () => void;
}

export function StatusCard({ application, onAssign, onResume }: StatusCardProps): ReactNode {
  const texts = useDeskTexts().status;
  const language = useLanguage();
  const { status, hold } = application;
  return (
    <RailCard title={texts.title}>
      {hold && <HoldNote hold={hold} mayResume={application.mayHold} onResume={onResume} />}
      <dl className="desk-facts">
        {application.highlights.map(({ title, text }) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd className="tz-prewrap">
              <strong>{text}</strong>
            </dd>
          </div>
        ))}
        <div>
          <dt>{texts.stage}</dt>
          <dd>
            <strong>{application.stageTitle}</strong>
          </dd>
        </div>
        {application.team !== null && (
          <div>
            <dt>{texts.team}</dt>
            <dd>{application.team}</dd>
          </div>
        )}
        <div>
          <dt>{texts.public}</dt>
          <dd>
            <StatusChip tone={status.tone}>{status.label}</StatusChip>
          </dd>
        </div>
        <div>
          <dt>{texts.due}</dt>
          <dd>
            <DueText dueOn={application.dueOn} />
          </dd>
        </div>
        <div>
          <dt>{texts.assignee}</dt>
          <dd>
            <Assignee application={application} onAssign={onAssign} />
          </dd>
        </div>
        <div>
          <dt>{texts.clock}</dt>
          <dd>
            <Clock clock={application.clock} />
          </dd>
        </div>
        <div>
          <dt>{texts.arrived}</dt>
          <dd>{shortDateTime(application.submittedAt, language)}</dd>
        </div>
        <div>
          <dt>{texts.entered}</dt>
          <dd>{shortDateTime(application.enteredAt, language)}</dd>
        </div>
      </dl>
      <StageReason {...application} />
    </RailCard>
  );
}

function Assignee({ application, onAssign }: Omit<StatusCardProps, 'onResume'>): ReactNode {
  const texts = useDeskTexts().status;
  const official = useOfficial();
  const language = useLanguage();
  const { assignee, mayAssign, assignRefused } = application;
  const mine = assignee?.id === official.id;
  return (
    <div className="desk-assignee">
      <span>
        {assignee ? assignee.name : texts.nobody}
        {mine && texts.you}
      </span>
      {!assignee && mayAssign && (
        <Button size="small" onClick={() => onAssign('me')}>
          {texts.claim}
        </Button>
      )}
      {!assignee && assignRefused && (
        <p className="desk-small">
          {texts.claimRefused}
          {assignRefused.text[language]}
        </p>
      )}
      {mine && (
        <Button look="text" size="small" onClick={() => onAssign(null)}>
          {texts.release}
        </Button>
      )}
      {application.mayHold && <HandOver application={application} />}
    </div>
  );
}

function Clock({ clock }: { readonly clock: ClockView }): ReactNode {
  const texts = useDeskTexts().status;
  const language = useLanguage();
  const { days, used, limit, extended, running, limitOn, forecastOn, outlook } = clock;
  return (
    <div className="desk-clock">
      <p>{texts.clockValue(used, limit)}</p>
      <meter
        className="desk-clock__meter"
        min={0}
        max={Math.max(limit, used, 1)}
        high={Math.max(limit - 1, 0)}
        value={used}
        aria-label={texts.clockLabel[days]}
      />
      <p className="desk-small" data-over={outlook === 'late'}>
        {used > limit ? texts.clockOver(used - limit) : texts.clockLeft(limit - used)}
        {!running && limitOn !== null && texts.clockStopped}
      </p>
      {extended > 0 && <p className="desk-small">{texts.clockExtended(extended)}</p>}
      {limitOn !== null && <p className="desk-small">{texts.limitOn(shortDate(limitOn, language))}</p>}
      {forecastOn !== null && (
        <p className="desk-small" data-over={outlook === 'at-risk'}>
          {outlook === 'at-risk' && <strong>{texts.atRisk} </strong>}
          {texts.forecastOn(shortDate(forecastOn, language))}
        </p>
      )}
    </div>
  );
}
