import { useQueryClient } from '../../api/query/index.js';
import { useState, type ReactNode } from 'react';
import { useIdentityArrival } from '../../api/identity.js';
import { confirmMail, resendCode } from '../../api/registration.js';
import { keys } from '../../api/queries.js';
import { useRegistration } from '../../api/registration-queries.js';
import { Navigate, useNavigate, useParams } from '../../router/index.js';
import { useRegistrationTexts } from '../../texts/index.js';
import { ButtonLink, Buttons, CompactSteps, Page } from '../../ui/index.js';
import { FailurePage, LoadingPage } from '../frame/Failure.js';
import { useSiteName } from '../frame/Frame.js';
import { useApplicant } from '../session/use-applicant.js';
import { CodeStep } from './CodeStep.js';
import { ConfirmStep } from './ConfirmStep.js';
import { MailStep } from './MailStep.js';
import type { Passwords } from './PasswordFields.js';
import { ProfileStep } from './ProfileStep.js';
import {
  forgetDraft,
  keepDraft,
  keepMailDraft,
  type MailDraft,
  type ProfileDraft,
  readDraft,
  readMailDraft,
  withArrival,
} from './profile-draft.js';
import { StartStep } from './StartStep.js';
import { TermsStep } from './TermsStep.js';

const addresses = ['start', 'terms', 'mail', 'code', 'profile', 'confirm', 'done'] as const;
type Address = (typeof addresses)[number];
const steps = ['terms', 'mail', 'profile', 'confirm', 'done'] as const;
const noPasswords: Passwords = { password: '', passwordAgain: '' };

/** The five steps, one page each. Which page may be shown follows from what the server knows of this browser. */
export function RegistrationScreen(): ReactNode {
  const texts = useRegistrationTexts();
  const site = useSiteName();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { step } = useParams();
  const { who, loading } = useApplicant();
  const registration = useRegistration();
  const arriving = useIdentityArrival();
  const [begin, setBegin] = useState<MailDraft>(readMailDraft);
  const [typed, setTyped] = useState<ProfileDraft>(readDraft);
  const [passwords, setPasswords] = useState<Passwords>(noPasswords);

  const { termsVersion } = begin;
  const changeBegin = (changed: MailDraft): void => {
    setBegin(changed);
    keepMailDraft(changed);
  };

  const wanted: Address = addresses.find((address) => address === step) ?? 'start';
  if (loading || registration.isPending || arriving.isPending) return <LoadingPage title={texts.over} />;
  if (registration.isError) {
    return <FailurePage error={registration.error} onRetry={() => void registration.refetch()} />;
  }
  const arrival = arriving.data?.arrival ?? null;
  const draft = withArrival(typed, arrival);
  const begun = registration.data.registration;
  const shown = reachable(wanted, {
    signedIn: who !== null,
    agreed: termsVersion !== null,
    begun: begun !== null,
    confirmed: begun?.mailConfirmed === true,
    entered: passwords.password !== '' || (arrival !== null && draft.phone !== ''),
  });
  if (shown === null) return <Navigate to="/applications" replace />;
  if (shown !== wanted) return <Navigate to={`/register/${shown}`} replace />;

  const goTo = (address: Address): void => void navigate(`/register/${address}`);
  const refresh = async (): Promise<void> => queries.invalidateQueries({ queryKey: keys.registration });
  const current = shown === 'code' ? 'mail' : shown === 'start' ? 'terms' : shown;
  const kind = texts.profile.kinds[draft.kind];
  const titles: Readonly<Record<Address, string>> = {
    ...texts.steps,
    start: texts.over,
    code: texts.code.title,
    profile: texts.profile.titleFor(kind),
    confirm: texts.confirm.titleFor(kind),
  };
  const changeDraft = (changed: ProfileDraft): void => {
    setTyped(changed);
    keepDraft(changed);
  };
  const stepLines = steps.map((key, index) => ({
    key,
    title: texts.steps[key],
    state: index < steps.indexOf(current) ? ('done' as const) : ('todo' as const),
    current: key === current,
    to: null,
  }));
  return (
    <Page
      title={titles[shown]}
      {...(shown !== 'start' && { over: texts.over })}
      site={site}
      focusKey={`register-${shown}`}
      width="narrow"
    >
      {shown !== 'start' && <CompactSteps steps={stepLines} label={texts.stepsLabel} />}
      <div className="tz-registration">
        {shown === 'start' && (
          <StartStep
            onKind={(chosen) => {
              changeDraft({ ...draft, kind: chosen });
              goTo('terms');
            }}
          />
        )}
        {shown === 'terms' && (
          <TermsStep
            onAgreed={(version) => {
              changeBegin({ ...begin, termsVersion: version });
              goTo('mail');
            }}
          />
        )}
        {shown === 'mail' && termsVersion !== null && (
          <MailStep
            draft={{ ...begin, termsVersion }}
            onDraft={changeBegin}
            onSent={() => void refresh().then(() => goTo('code'))}
          />
        )}
        {shown === 'code' && begun !== null && (
          <CodeStep
            mail={begun.mail}
            confirm={confirmMail}
            resend={resendCode}
            other={{ to: '/register/mail', label: texts.code.otherMail }}
            onConfirmed={() => void refresh().then(() => goTo('profile'))}
          />
        )}
        {shown === 'profile' && (
          <ProfileStep
            draft={draft}
            arrival={arrival}
            passwords={passwords}
            onDraft={changeDraft}
            onPasswords={setPasswords}
            onDone={() => goTo('confirm')}
          />
        )}
        {shown === 'confirm' && begun !== null && (
          <ConfirmStep
            mail={begun.mail}
            draft={draft}
            arrival={arrival}
            passwords={passwords}
            onDone={() => {
              forgetDraft();
              void queries.invalidateQueries({ queryKey: keys.session }).then(() => {
                goTo('done');
                setPasswords(noPasswords);
              });
            }}
          />
        )}
        {shown === 'done' && <Done />}
      </div>
    </Page>
  );
}

interface Progress {
  readonly signedIn: boolean;
  readonly agreed: boolean;
  readonly begun: boolean;
  readonly confirmed: boolean;
  readonly entered: boolean;
}

/** The page that is shown for the one asked for; null where nothing is left to register. */
function reachable(
  wanted: Address,
  { signedIn, agreed, begun, confirmed, entered }: Progress,
): Address | null {
  if (wanted === 'done') return signedIn ? 'done' : 'terms';
  // Just signed in, the confirmation leads on to the last page by itself.
  if (signedIn) return wanted === 'confirm' ? 'done' : null;
  if (wanted === 'start' || wanted === 'terms') return wanted;
  if (wanted === 'mail') return agreed ? 'mail' : 'terms';
  if (!begun) return agreed ? 'mail' : 'terms';
  if (!confirmed) return 'code';
  return wanted === 'confirm' && entered ? 'confirm' : 'profile';
}

function Done(): ReactNode {
  const texts = useRegistrationTexts();
  return (
    <>
      <p className="tz-lead">{texts.done.lead}</p>
      <Buttons>
        <ButtonLink look="primary" size="large" to="/applications">
          {texts.done.mine}
        </ButtonLink>
        <ButtonLink to="/">{texts.home}</ButtonLink>
      </Buttons>
    </>
  );
}
