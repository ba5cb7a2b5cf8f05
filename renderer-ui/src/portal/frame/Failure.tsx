import { useQueryClient } from '../../api/query/index.js';
import { lazy, useEffect, type ReactNode } from 'react';
import { keys } from '../../api/queries.js';
import { isRefused } from '../../api/request.js';
import { usePortalTexts } from '../../texts/index.js';
import { Button, ButtonLink, Buttons, Page, Spinner } from '../../ui/index.js';
import { useApplicant } from '../session/use-applicant.js';
import { useFailureText } from './FailureBanner.js';
import { useSiteName } from './site-name.js';

export { FailureBanner, useFailureText } from './FailureBanner.js';

const AgentStop = lazy(async () => ({ default: (await import('../session/AgentStop.js')).AgentStop }));

/** A whole page for what could not be shown, with the cure. */
export function FailurePage({
  error,
  onRetry,
}: {
  readonly error: unknown;
  readonly onRetry?: () => void;
}): ReactNode {
  const texts = usePortalTexts();
  const site = useSiteName();
  const requestId = isRefused(error) ? error.problem.requestId : '';
  useLookAtMandate(isRefused(error, 'not-found'));
  const text = useFailureText(error);
  if (isRefused(error, 'not-for-agents')) return <AgentStop />;
  return (
    <Page title={texts.failed.title} site={site} focusKey="failure" width="narrow">
      <div className="tz-flow">
        <p>{text}</p>
        {requestId !== '' && <p className="tz-quiet">{texts.failed.requestId(requestId)}</p>}
        <Buttons>
          {onRetry && (
            <Button look="primary" onClick={onRetry}>
              {texts.failed.again}
            </Button>
          )}
          <ButtonLink to="/">{texts.failed.home}</ButtonLink>
        </Buttons>
      </div>
    </Page>
  );
}

/** What an agent no longer finds may mean that the mandate has ended: the band says so once the session knows. */
export function useLookAtMandate(isGone: boolean): void {
  const queries = useQueryClient();
  const acting = useApplicant().who?.acting;
  const look = isGone && acting !== null && acting !== undefined;
  useEffect(() => {
    if (look) void queries.invalidateQueries({ queryKey: keys.session });
  }, [look, queries]);
}

export function NotFoundScreen(): ReactNode {
  const texts = usePortalTexts();
  return (
    <Page title={texts.failed.title} site={useSiteName()} focusKey="not-found" width="narrow">
      <div className="tz-flow">
        <p>{texts.failed.notFound}</p>
        <Buttons>
          <ButtonLink to="/">{texts.failed.home}</ButtonLink>
        </Buttons>
      </div>
    </Page>
  );
}

/** While something is on its way. */
export function LoadingPage({ title }: { readonly title: string }): ReactNode {
  return (
    <Page title={title} site={useSiteName()} focusKey="loading">
      <Spinner />
    </Page>
  );
}
