import type { ReactNode } from 'react';
import { civilDateInJapan, nextTimer, type Procedure } from '#engine';
import { dateText, useLanguage } from '../../../renderer-ui/src/texts/index.js';
import { Button, Buttons } from '../../../renderer-ui/src/ui/index.js';
import { useRehearsalTexts } from '../texts/rehearsal.js';
import { useSigns } from '../texts/signs.js';
import { daysLater, type Lived } from './rehearsal.js';

/** The day of the rehearsal, and the way on: by days, or until something happens by itself. */
export function CalendarSide({
  procedure,
  lived,
  now,
  onGoOn,
}: {
  readonly procedure: Procedure;
  readonly lived: Lived | null;
  readonly now: string;
  readonly onGoOn: (until: string) => void;
}): ReactNode {
  const texts = useRehearsalTexts();
  const signs = useSigns();
  const language = useLanguage();
  const { state = null, application = null } = lived ?? {};
  const next = state && application ? nextTimer(procedure, state, application) : null;
  const timer =
    next && state ? procedure.workflow.stages.get(state.stage)?.timers.get(next.timer) : undefined;
  const day = (at: string): string => dateText(civilDateInJapan(at), language);
  return (
    <div className="try-stack">
      <p>
        {texts.today}
        {signs.colon}
        <strong>{day(now)}</strong>
      </p>
      <Buttons>
        {[1, 7, 30].map((days) => (
          <Button key={days} size="small" onClick={() => onGoOn(daysLater(now, days))}>
            {texts.days(days)}
          </Button>
        ))}
        {next && timer && Date.parse(next.at) > Date.parse(now) && (
          <Button size="small" onClick={() => onGoOn(next.at)}>
            {texts.untilTimer(timer.title, day(next.at))}
          </Button>
        )}
      </Buttons>
      {state && !next && <p className="tz-quiet builder-small">{texts.noTimer}</p>}
    </div>
  );
}
