import type { ReactNode } from 'react';
import type { DeskApplicationView } from '../../api/types.js';
import { dateTimeText, useLanguage } from '../../texts/index.js';
import { Banner, Button } from '../../ui/index.js';
import { useDeskTexts } from '../desk-texts.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';
import { historyTitle } from '../application/history-title.js';
import { ChangedMeanwhile } from './use-change.js';

interface ChangeRefusedProps {
  readonly error: unknown;
  readonly onLoad: (present: DeskApplicationView) => void;
}

/** Why a change did not happen. When somebody else was first: who, what and when, and a way to go on from there. */
export function ChangeRefused({ error, onLoad }: ChangeRefusedProps): ReactNode {
  const { conflict: texts, history } = useDeskTexts();
  const language = useLanguage();
  if (!(error instanceof ChangedMeanwhile)) return <RefusalBanner error={error} />;
  const { present } = error;
  const latest = latestStep(present);
  return (
    <Banner tone="warning" role="alert" title={texts.title}>
      <p>
        {latest
          ? texts.body(latest.actorName, historyTitle(latest, history), dateTimeText(latest.at, language))
          : texts.bodyUnknown}
      </p>
      <p>{texts.kept}</p>
      <Button onClick={() => onLoad(present)}>{texts.reload}</Button>
    </Banner>
  );
}

/** The last step a person made; what the system did after it says less. */
function latestStep({ history }: DeskApplicationView): DeskApplicationView['history'][number] | undefined {
  const byPeople = history.filter((line) => line.actorKind !== 'system');
  return byPeople.reduce<(typeof byPeople)[number] | undefined>(
    (latest, line) => (latest && latest.at > line.at ? latest : line),
    undefined,
  );
}
