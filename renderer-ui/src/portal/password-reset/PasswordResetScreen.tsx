import { useQuery, useQueryClient } from '../../api/query/index.js';
import { useState, type ReactNode } from 'react';
import {
  beginPasswordReset,
  completeReset,
  confirmReset,
  fetchPasswordReset,
  resendResetCode,
} from '../../api/account.js';
import { keys } from '../../api/queries.js';
import { Navigate, useNavigate, useParams } from '../../router/index.js';
import { useAccountTexts } from '../../texts/index.js';
import { Button, ButtonLink, ErrorSummary, Field, Page, TextInput } from '../../ui/index.js';
import { FailurePage, LoadingPage } from '../frame/Failure.js';
import { useSiteName } from '../frame/site-name.js';
import { CodeStep } from '../registration/CodeStep.js';
import { PasswordFields, type Passwords } from '../registration/PasswordFields.js';
import { useRefusals } from '../registration/use-refusals.js';

const addresses = ['mail', 'code', 'password', 'done'] as const;
type Address = (typeof addresses)[number];

/** A code by mail, then a new password. Which page may be shown follows from what the server knows of this browser. */
export function PasswordResetScreen(): ReactNode {
  const texts = useAccountTexts();
  const site = useSiteName();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { step } = useParams();
  const found = useQuery({ queryKey: keys.passwordReset, queryFn: fetchPasswordReset, staleTime: 0 });
  if (found.isPending) return <LoadingPage title={texts.reset.title} />;
  if (found.isError) return <FailurePage error={found.error} onRetry={() => void found.refetch()} />;
  const { reset } = found.data;
  const wanted: Address = addresses.find((address) => address === step) ?? 'mail';
  const reached: Address = reset === null ? 'mail' : reset.mailConfirmed ? 'password' : 'code';
  const shown = wanted === 'done' || wanted === 'mail' ? wanted : reached;
  if (shown !== wanted) return <Navigate to={`/password-reset/${shown}`} replace />;
  const goTo = async (address: Address): Promise<void> => {
    await queries.invalidateQueries({ queryKey: keys.passwordReset });
    await navigate(`/password-reset/${address}`);
  };
  const titles: Readonly<Record<Address, string>> = {
    mail: texts.reset.title,
    code: texts.reset.codeTitle,
    password: texts.reset.newTitle,
    done: texts.reset.done,
  };
  return (
    <Page
      title={titles[shown]}
      {...(shown !== 'mail' && { over: texts.reset.title })}
      site={site}
      focusKey={`password-reset-${shown}`}
      width="narrow"
    >
      <div className="tz-registration">
        {shown === 'mail' && <MailStep onSent={() => void goTo('code')} />}
        {shown === 'code' && reset !== null && (
          <CodeStep
            mail={reset.mail}
            confirm={confirmReset}
            resend={resendResetCode}
            other={{ to: '/password-reset', label: texts.reset.other }}
            onConfirmed={() => void goTo('password')}
          />
        )}
        {shown === 'password' && reset !== null && (
          <PasswordStep
            mail={reset.mail}
            onDone={() => {
              // First the page, because without the reset there is none to enter a password on.
              void Promise.resolve(navigate('/password-reset/done')).then(() =>
                Promise.all([
                  queries.invalidateQueries({ queryKey: keys.passwordReset }),
                  queries.invalidateQueries({ queryKey: keys.session }),
                ]),
              );
            }}
          />
        )}
        {shown === 'done' && (
          <>
            <p className="tz-lead">{texts.reset.doneLead}</p>
            <ButtonLink look="primary" size="large" to="/sign-in">
              {texts.reset.signIn}
            </ButtonLink>
          </>
        )}
      </div>
    </Page>
  );
}

function MailStep({ onSent }: { readonly onSent: () => void }): ReactNode {
  const texts = useAccountTexts();
  const refusals = useRefusals();
  const [mail, setMail] = useState('');
  const submit = async (): Promise<void> => {
    if (await refusals.send(() => beginPasswordReset(mail))) onSent();
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <ErrorSummary lines={refusals.lines} attempt={refusals.attempt} />
      <p className="tz-lead">{texts.reset.lead}</p>
      <Field id="mail" label={texts.reset.mail} required errors={refusals.errorsOf('mail')}>
        {(control) => (
          <TextInput
            {...control}
            inputMode="email"
            autoComplete="username"
            autoCapitalize="off"
            spellCheck={false}
            value={mail}
            onChange={(event) => setMail(event.target.value)}
          />
        )}
      </Field>
      <Button look="primary" size="large" type="submit" blocked={refusals.busy}>
        {texts.reset.send}
      </Button>
    </form>
  );
}

function PasswordStep({ mail, onDone }: { readonly mail: string; readonly onDone: () => void }): ReactNode {
  const texts = useAccountTexts();
  const refusals = useRefusals();
  const [passwords, setPasswords] = useState<Passwords>({ password: '', passwordAgain: '' });
  const submit = async (): Promise<void> => {
    const { password, passwordAgain } = passwords;
    if (await refusals.send(() => completeReset(password, passwordAgain))) onDone();
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <ErrorSummary lines={refusals.lines} attempt={refusals.attempt} />
      <p className="tz-lead">{texts.reset.newLead}</p>
      {/* Password managers learn from it which account the password belongs to. */}
      <input type="email" autoComplete="username" value={mail} readOnly hidden />
      <PasswordFields
        passwords={passwords}
        errorsOf={refusals.errorsOf}
        onChange={setPasswords}
        labels={texts.password}
      />
      <Button look="primary" size="large" type="submit" blocked={refusals.busy}>
        {texts.reset.submit}
      </Button>
    </form>
  );
}
