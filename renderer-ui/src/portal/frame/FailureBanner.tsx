import type { ReactNode } from 'react';
import { isRefused } from '../../api/request.js';
import { FormUnreadable } from '../../form/validation/form-unreadable.js';
import { useLanguage, usePortalTexts, useUiTexts } from '../../texts/index.js';
import { Banner } from '../../ui/index.js';

/** Inside a page: what did not work, with the cure. */
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
  const { broken } = useUiTexts();
  const language = useLanguage();
  if (isRefused(error, 'not-found')) return texts.failed.notFound;
  if (isRefused(error)) return error.problem.detail[language];
  if (error instanceof FormUnreadable) return broken.cure;
  return texts.failed.unreachable;
}
