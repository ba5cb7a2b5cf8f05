import type { ReactNode } from 'react';
import { isRefused } from '../../api/request.js';
import { FormUnreadable } from '../../form/validation/form-unreadable.js';
import { useLanguage, usePortalTexts } from '../../texts/index.js';
import { Banner, Button, ButtonLink, Buttons, Page, Spinner } from '../../ui/index.js';
import { useSiteName } from './site-name.js';

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
  return (
    <Page title={texts.failed.title} site={site} focusKey="failure" width="narrow">
      <p className="tz-lead">{useFailureText(error)}</p>
      {requestId !== '' && <p className="tz-quiet">{texts.failed.requestId(requestId)}</p>}
      <Buttons>
        {onRetry && (
          <Button look="primary" onClick={onRetry}>
            {texts.failed.again}
          </Button>
        )}
        <ButtonLink to="/">{texts.failed.home}</ButtonLink>
      </Buttons>
    </Page>
  );
}

/** The same inside a page. */
export function FailureBanner({ error }: { readonly error: unknown }): ReactNode {
  const texts = usePortalTexts();
  return (
    <Banner tone="error" role="alert" title={texts.failed.title}>
      <p>{useFailureText(error)}</p>
    </Banner>
  );
}

/** What to tell people about an error: the server's own sentence where it has one. */
export function useFailureText(error: unknown): string {
  const texts = usePortalTexts();
  const language = useLanguage();
  if (isRefused(error, 'not-found')) return texts.failed.notFound;
  if (isRefused(error)) return error.problem.detail[language];
  if (error instanceof FormUnreadable) return texts.failed.outdated;
  return texts.failed.unreachable;
}

export function NotFoundScreen(): ReactNode {
  const texts = usePortalTexts();
  return (
    <Page title={texts.failed.title} site={useSiteName()} focusKey="not-found" width="narrow">
      <p className="tz-lead">{texts.failed.notFound}</p>
      <ButtonLink to="/">{texts.failed.home}</ButtonLink>
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

/** A screen that could not be fetched or drawn, most often because a newer one has been installed meanwhile. */
export function BrokenScreen(): ReactNode {
  const texts = usePortalTexts();
  return (
    <Page title={texts.failed.title} site={useSiteName()} focusKey="broken" width="narrow">
      <p className="tz-lead">{texts.failed.outdated}</p>
      <Button look="primary" onClick={() => window.location.reload()}>
        {texts.failed.again}
      </Button>
    </Page>
  );
}
