import { useState, type ReactNode } from 'react';
import { stepAnnouncement } from '../../api/desk-news.js';
import type { DeskAnnouncementView } from '../../api/types.js';
import { useDeskNewsTexts } from '../../texts/index.js';
import { Button, Buttons, StatusChip } from '../../ui/index.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';
import { ConfirmDialog } from '../frame/ConfirmDialog.js';
import { useNewsStep } from './news-queries.js';

const TONES = { going: 'progress', held: 'waiting', stopped: 'danger', done: 'done' } as const;

/** How far its mails are; they can be held and stopped. */
export function AnnouncementMails({
  one: { id, mails, may },
}: {
  readonly one: DeskAnnouncementView;
}): ReactNode {
  const texts = useDeskNewsTexts().mails;
  const step = useNewsStep();
  const [stopping, setStopping] = useState(false);
  if (mails === null) return null;
  const { state, expected, sent, undeliverable } = mails;
  return (
    <section className="tz-stack" aria-labelledby="news-mails">
      <h2 id="news-mails" className="tz-heading">
        {texts.title} <StatusChip tone={TONES[state]}>{texts.states[state]}</StatusChip>
      </h2>
      {expected === 0 ? (
        <p>{texts.none}</p>
      ) : (
        <>
          <p id="news-progress">{texts.progress(sent, expected)}</p>
          <progress
            className="desk-news__progress"
            value={sent + undeliverable}
            max={expected}
            aria-labelledby="news-progress"
          />
        </>
      )}
      {undeliverable > 0 && <p>{texts.undeliverable(undeliverable)}</p>}
      <RefusalBanner error={step.error} />
      <Buttons>
        {(['pause', 'resume'] as const).map(
          (name) =>
            may.includes(name) && (
              <Button
                key={name}
                blocked={step.isPending}
                onClick={() => step.mutate(() => stepAnnouncement(id, name))}
              >
                {texts[name]}
              </Button>
            ),
        )}
        {may.includes('stop-mails') && (
          <Button look="danger" onClick={() => setStopping(true)}>
            {texts.stop}
          </Button>
        )}
      </Buttons>
      {stopping && (
        <ConfirmDialog
          title={texts.stopTitle}
          lead={texts.stopLead}
          submit={texts.stop}
          danger
          onClose={() => setStopping(false)}
          onConfirm={() => step.keep(() => stepAnnouncement(id, 'stop-mails'))}
        />
      )}
    </section>
  );
}
