import type { ReactNode } from 'react';
import { Link, useLocation } from '../../router/index.js';
import { useAccountTexts } from '../../texts/index.js';
import { Banner, Page } from '../../ui/index.js';
import { useSiteName } from '../frame/site-name.js';

interface AccountPageProps {
  readonly title: string;
  readonly focusKey: string;
  readonly children: ReactNode;
}

/** One thing of the account, with the way back to all of them. */
export function AccountPage({ title, focusKey, children }: AccountPageProps): ReactNode {
  const texts = useAccountTexts();
  return (
    <Page title={title} over={texts.title} site={useSiteName()} focusKey={focusKey} width="narrow">
      <div className="tz-registration">{children}</div>
      <p className="tz-account__back">
        <Link to="/account">{texts.back}</Link>
      </p>
    </Page>
  );
}

/** What the page one comes from has done; it travels with the navigation, so that a reload does not repeat it. */
export function DoneBefore(): ReactNode {
  const { state } = useLocation() as { readonly state: unknown };
  const done =
    typeof state === 'object' && state !== null && 'done' in state && typeof state.done === 'string'
      ? state.done
      : null;
  return done === null ? null : <Banner tone="success" role="status" title={done} />;
}
