import type { ReactNode } from 'react';
import { Navigate, useNavigate, useSearchParams } from '../../router/index.js';
import { usePortalTexts } from '../../texts/index.js';
import { ButtonLink, Page } from '../../ui/index.js';
import { useSiteName } from '../frame/Frame.js';
import { SignInServices } from '../identity/SignInServices.js';
import { SignInForm } from './SignInForm.js';
import { useApplicant } from './use-applicant.js';

/** Only addresses inside the portal: a full address or `//host` would lead people away. */
function safeReturn(next: string | null): string {
  return next !== null && /^\/(?![/\\])/.test(next) ? next : '/applications';
}

export function SignInScreen(): ReactNode {
  const texts = usePortalTexts();
  const site = useSiteName();
  const [query] = useSearchParams();
  const navigate = useNavigate();
  const { who } = useApplicant();
  const next = safeReturn(query.get('next'));
  if (who !== null) return <Navigate to={next} replace />;
  return (
    <Page title={texts.signIn.title} site={site} focusKey="sign-in" width="narrow">
      <p className="tz-lead">{texts.signIn.lead}</p>
      <SignInForm onSignedIn={() => void navigate(next, { replace: true })} />
      <SignInServices next={next} />
      <div className="tz-flow tz-registration__kind">
        <p>{texts.signIn.registerLead}</p>
        <p>
          <ButtonLink to="/register">{texts.signIn.register}</ButtonLink>
        </p>
      </div>
    </Page>
  );
}
