import { useQueryClient } from '../../api/query/index.js';
import { useState, type ReactNode } from 'react';
import { identityKeys, linkArrival, useIdentityArrival } from '../../api/identity.js';
import { Navigate, useNavigate, useParams, useSearchParams } from '../../router/index.js';
import { useIdentityTexts, useLanguage } from '../../texts/index.js';
import { Button, ButtonLink, Buttons, Card, Page } from '../../ui/index.js';
import { FailureBanner, FailurePage, LoadingPage, NotFoundScreen } from '../frame/Failure.js';
import { useSiteName } from '../frame/site-name.js';
import { useApplicant } from '../session/use-applicant.js';
import './identity.css';

/** Where an outside service leads back to: it failed, somebody is new, or an account is to be linked. */
export function IdentityScreen(): ReactNode {
  const { step } = useParams();
  if (step === 'failed') return <Failed />;
  if (step === 'welcome') return <Welcome />;
  return step === 'link' ? <Link /> : <NotFoundScreen />;
}

function Failed(): ReactNode {
  const { failed: texts, own } = useIdentityTexts();
  const [query] = useSearchParams();
  const { who } = useApplicant();
  const why = query.get('why') ?? '';
  const reasons: Readonly<Record<string, string>> = texts.reasons;
  return (
    <Page title={texts.title} site={useSiteName()} focusKey="identity-failed" width="narrow">
      <div className="tz-flow">
        <p>{Object.hasOwn(reasons, why) ? reasons[why] : texts.other}</p>
        <p>{texts.kept}</p>
        <Buttons>
          <ButtonLink look="primary" to={who === null ? '/sign-in' : '/account/sign-in-ways'}>
            {who === null ? texts.again : own.title}
          </ButtonLink>
        </Buttons>
      </div>
    </Page>
  );
}

function Welcome(): ReactNode {
  const all = useIdentityTexts();
  const texts = all.welcome;
  const language = useLanguage();
  const site = useSiteName();
  const { who } = useApplicant();
  const arrival = useIdentityArrival();
  if (arrival.isPending) return <LoadingPage title={texts.title} />;
  if (arrival.isError) return <FailurePage error={arrival.error} onRetry={() => void arrival.refetch()} />;
  const found = arrival.data.arrival;
  if (found === null) return <Gone />;
  if (who !== null) return <Navigate to="/identity/link" replace />;
  return (
    <Page title={texts.title} site={site} focusKey="identity-welcome" width="narrow">
      <div className="tz-flow">
        <p>{texts.lead(found.provider[language])}</p>
        <Card as="section" aria-labelledby="new">
          <div className="tz-flow">
            <h2 id="new" className="tz-heading">
              {texts.newTitle}
            </h2>
            <p>{texts.newLead}</p>
            <p>
              <ButtonLink look="primary" size="large" to="/register">
                {texts.register}
              </ButtonLink>
            </p>
          </div>
        </Card>
        <Card as="section" aria-labelledby="old">
          <div className="tz-flow">
            <h2 id="old" className="tz-heading">
              {texts.oldTitle}
            </h2>
            <p>{texts.oldLead}</p>
            <p>
              <ButtonLink size="large" to="/sign-in?next=%2Fidentity%2Flink">
                {texts.signIn}
              </ButtonLink>
            </p>
          </div>
        </Card>
      </div>
    </Page>
  );
}

function Gone(): ReactNode {
  const all = useIdentityTexts();
  return (
    <Page title={all.failed.title} site={useSiteName()} focusKey="identity-gone" width="narrow">
      <div className="tz-flow">
        <p>{all.welcome.gone}</p>
        <Buttons>
          <ButtonLink look="primary" to="/sign-in">
            {all.failed.again}
          </ButtonLink>
        </Buttons>
      </div>
    </Page>
  );
}

/** Whoever arrived has signed in to an account since. */
function Link(): ReactNode {
  const texts = useIdentityTexts().link;
  const language = useLanguage();
  const site = useSiteName();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { who, loading } = useApplicant();
  const arrival = useIdentityArrival();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  if (loading || arrival.isPending) return <LoadingPage title={texts.title} />;
  if (arrival.isError) return <FailurePage error={arrival.error} onRetry={() => void arrival.refetch()} />;
  const found = arrival.data.arrival;
  if (found === null) return <Gone />;
  if (who === null) return <Navigate to="/identity/welcome" replace />;
  const link = async (): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      await linkArrival();
      await queries.invalidateQueries({ queryKey: identityKeys.own });
      await navigate('/account/sign-in-ways', { replace: true });
      queries.removeQueries({ queryKey: identityKeys.arrival });
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Page title={texts.title} site={site} focusKey="identity-link" width="narrow">
      <div className="tz-flow">
        <p>{texts.lead(found.provider[language], who.mail)}</p>
        <p>{texts.then}</p>
        {failure !== null && <FailureBanner error={failure} />}
        <Buttons>
          <Button look="primary" size="large" blocked={busy} onClick={() => void link()}>
            {texts.submit}
          </Button>
          <ButtonLink size="large" to="/applications">
            {texts.cancel}
          </ButtonLink>
        </Buttons>
      </div>
    </Page>
  );
}
