import { useState, type ReactNode } from 'react';
import { stopNews } from '../../api/announcements.js';
import { useParams } from '../../router/index.js';
import { useAnnouncementsTexts } from '../../texts/index.js';
import { Banner, Button, ButtonLink, Page } from '../../ui/index.js';
import { FailureBanner } from '../frame/Failure.js';
import { useSiteName } from '../frame/Frame.js';

/** Asks once: a mail program that only looks at the address must not stop anything. */
export function StopNewsScreen(): ReactNode {
  const texts = useAnnouncementsTexts().stop;
  const { token = '' } = useParams();
  const [state, setState] = useState<'asking' | 'busy' | 'done'>('asking');
  const [failure, setFailure] = useState<unknown>(null);
  const stop = async (): Promise<void> => {
    setState('busy');
    setFailure(null);
    try {
      await stopNews(token);
      setState('done');
    } catch (error) {
      setFailure(error);
      setState('asking');
    }
  };
  return (
    <Page title={texts.title} site={useSiteName()} focusKey="stop-news" width="narrow">
      {state === 'done' ? (
        <div className="tz-stack">
          <Banner tone="success" title={texts.done} role="status">
            <p>{texts.doneNote}</p>
          </Banner>
          <p>
            <ButtonLink to="/">{texts.home}</ButtonLink>
          </p>
        </div>
      ) : (
        <div className="tz-stack">
          <p>{texts.lead}</p>
          <p>{texts.stays}</p>
          {failure !== null && <FailureBanner error={failure} />}
          <p>
            <Button look="primary" size="large" blocked={state === 'busy'} onClick={() => void stop()}>
              {texts.action}
            </Button>
          </p>
        </div>
      )}
    </Page>
  );
}
