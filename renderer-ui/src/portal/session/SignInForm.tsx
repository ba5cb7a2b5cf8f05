import { useQueryClient } from '../../api/query/index.js';
import { useId, useState, type ReactNode } from 'react';
import { keys } from '../../api/queries.js';
import { signInApplicant } from '../../api/session.js';
import { Link } from '../../router/index.js';
import { usePortalTexts } from '../../texts/index.js';
import { Button, ChoiceBox, ErrorSummary, Field, TextInput, type SummaryLine } from '../../ui/index.js';
import { useFailureText } from '../frame/Failure.js';
import { DemoAccounts } from './DemoAccounts.js';

/** Mail address and password. `onSignedIn` runs once the session is there. */
export function SignInForm({ onSignedIn }: { readonly onSignedIn: () => void }): ReactNode {
  const texts = usePortalTexts();
  const queries = useQueryClient();
  const prefix = useId();
  const ids = { mail: `${prefix}-mail`, password: `${prefix}-password` };
  const [mail, setMail] = useState('');
  const [password, setPassword] = useState('');
  const [shown, setShown] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const failureText = useFailureText(failure);

  const missing = {
    mail: attempt > 0 && mail.trim() === '' ? [texts.signIn.mailMissing] : [],
    password: attempt > 0 && password === '' ? [texts.signIn.passwordMissing] : [],
  };
  const lines: SummaryLine[] = [
    ...missing.mail.map((text) => ({ controlId: ids.mail, text })),
    ...missing.password.map((text) => ({ controlId: ids.password, text })),
    ...(failure === null ? [] : [{ controlId: null, text: failureText }]),
  ];

  const submit = async (): Promise<void> => {
    setAttempt((count) => count + 1);
    setFailure(null);
    if (mail.trim() === '' || password === '' || busy) return;
    setBusy(true);
    try {
      queries.setQueryData(keys.session, await signInApplicant(mail.trim(), password));
      onSignedIn();
    } catch (error) {
      setFailure(error);
      setAttempt((count) => count + 1);
    } finally {
      setBusy(false);
    }
  };

  return (
    <>
      {attempt > 0 && <ErrorSummary lines={lines} attempt={attempt} />}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Field id={ids.mail} label={texts.signIn.mail} required errors={missing.mail}>
          {(control) => (
            <TextInput
              {...control}
              type="email"
              autoComplete="username"
              value={mail}
              onChange={(event) => setMail(event.target.value)}
            />
          )}
        </Field>
        <Field id={ids.password} label={texts.signIn.password} required errors={missing.password}>
          {(control) => (
            <>
              <TextInput
                {...control}
                type={shown ? 'text' : 'password'}
                autoComplete="current-password"
                value={password}
                onChange={(event) => setPassword(event.target.value)}
              />
              <ChoiceBox kind="checkbox" checked={shown} onChange={(event) => setShown(event.target.checked)}>
                {texts.signIn.showPassword}
              </ChoiceBox>
            </>
          )}
        </Field>
        <Button look="primary" size="large" type="submit" blocked={busy}>
          {texts.signIn.submit}
        </Button>
      </form>
      <p className="tz-lead">
        <Link to="/password-reset">{texts.signIn.forgotten}</Link>
      </p>
      <DemoAccounts
        onChoose={(account) => {
          setMail(account.login);
          setPassword(account.password);
        }}
      />
    </>
  );
}
