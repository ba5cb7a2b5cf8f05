import { useMutation, useQueryClient } from '../../api/query/index.js';
import { useState, type FormEvent, type ReactNode } from 'react';
import { keys, useSite } from '../../api/queries.js';
import { signInStaff } from '../../api/session.js';
import { Banner, Button, ErrorSummary, Field, Header, Page, TextInput } from '../../ui/index.js';
import { deskKeys } from '../desk-queries.js';
import { useDeskTexts } from '../desk-texts.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';
import { DemoStaff } from './DemoStaff.js';
import { forgetExpiry, hasExpired } from './expiry.js';

const LOGIN = 'staff-login';
const PASSWORD = 'staff-password';

export function StaffSignIn({ asApplicant }: { readonly asApplicant: boolean }): ReactNode {
  const texts = useDeskTexts();
  const site = useSite();
  const client = useQueryClient();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [attempt, setAttempt] = useState(0);
  const [expired] = useState(hasExpired);
  const signIn = useMutation({
    mutationFn: () => signInStaff(login.trim(), password),
    onSuccess: (session) => {
      forgetExpiry();
      client.removeQueries({ queryKey: deskKeys.all });
      client.setQueryData(keys.session, session);
    },
  });
  const loginMissing = attempt > 0 && login.trim() === '' ? [texts.signIn.loginMissing] : [];
  const passwordMissing = attempt > 0 && password === '' ? [texts.signIn.passwordMissing] : [];
  const lines = [
    ...loginMissing.map((text) => ({ controlId: LOGIN, text })),
    ...passwordMissing.map((text) => ({ controlId: PASSWORD, text })),
  ];

  function submit(event: FormEvent): void {
    event.preventDefault();
    setAttempt((before) => before + 1);
    if (login.trim() !== '' && password !== '') signIn.mutate();
  }

  const siteName = site.data?.name ?? texts.product;
  return (
    <>
      <Header site={siteName} sub={texts.product} home="/desk" navLabel={texts.product} links={[]} />
      <Page title={texts.signIn.title} site={siteName} width="narrow" focusKey="sign-in">
        <div className="tz-stack desk-sign-in">
          {asApplicant && <Banner tone="warning" title={texts.signIn.applicantHere} />}
          {expired && <Banner tone="info" title={texts.signIn.expired} role="status" />}
          <p>{texts.signIn.lead}</p>
          <ErrorSummary lines={lines} attempt={attempt} />
          <RefusalBanner error={signIn.error} />
          <form onSubmit={submit} noValidate>
            <Field label={texts.signIn.login} id={LOGIN} required errors={loginMissing}>
              {(control) => (
                <TextInput
                  {...control}
                  chars={20}
                  autoComplete="username"
                  autoCapitalize="none"
                  spellCheck={false}
                  value={login}
                  onChange={(event) => setLogin(event.target.value)}
                />
              )}
            </Field>
            <Field label={texts.signIn.password} id={PASSWORD} required errors={passwordMissing}>
              {(control) => (
                <TextInput
                  {...control}
                  chars={20}
                  type="password"
                  autoComplete="current-password"
                  value={password}
                  onChange={(event) => setPassword(event.target.value)}
                />
              )}
            </Field>
            <Button type="submit" look="primary" size="large" blocked={signIn.isPending}>
              {texts.signIn.submit}
            </Button>
          </form>
          <DemoStaff
            onChoose={(account) => {
              setLogin(account.login);
              setPassword(account.password);
              setAttempt(0);
              document.getElementById(LOGIN)?.focus();
            }}
          />
        </div>
      </Page>
    </>
  );
}
