import { useQuery, useQueryClient } from '../../api/query/index.js';
import { useState, type ReactNode } from 'react';
import { closeAccount, fetchClosing } from '../../api/account.js';
import { keys } from '../../api/queries.js';
import type { AccountView, ClosingView } from '../../api/types.js';
import { Link, useNavigate } from '../../router/index.js';
import { useAccountTexts } from '../../texts/index.js';
import { Banner, Button, ButtonLink, ChoiceBox, ErrorSummary, Field, Page, Spinner } from '../../ui/index.js';
import { FailureBanner } from '../frame/Failure.js';
import { useSiteName } from '../frame/site-name.js';
import { useRefusals } from '../registration/use-refusals.js';
import { AccountPage } from './AccountPage.js';
import { CurrentPassword } from './CurrentPassword.js';

interface SectionProps {
  readonly account: AccountView;
}

/** 退会: what stands against it, or what it does. */
export function ClosingSection({ account }: SectionProps): ReactNode {
  const texts = useAccountTexts();
  const closing = useQuery({ queryKey: keys.closing, queryFn: fetchClosing, staleTime: 0 });
  return (
    <AccountPage title={texts.closing.title} focusKey="account-close">
      {closing.isPending && <Spinner />}
      {closing.isError && <FailureBanner error={closing.error} />}
      {closing.data &&
        (closing.data.open.length > 0 ? (
          <Blocked open={closing.data.open} />
        ) : (
          <CloseForm account={account} closing={closing.data} />
        ))}
    </AccountPage>
  );
}

function Blocked({ open }: Pick<ClosingView, 'open'>): ReactNode {
  const texts = useAccountTexts();
  return (
    <Banner tone="warning" title={texts.closing.blocked(open.length)}>
      <p>{texts.closing.blockedCure}</p>
      <ul className="tz-bullets">
        {open.map(({ id, number, subject }) => (
          <li key={id}>
            <Link to={`/applications/${id}`}>{texts.closing.openOne(subject, number)}</Link>
          </li>
        ))}
      </ul>
    </Banner>
  );
}

function CloseForm({ account, closing }: SectionProps & { readonly closing: ClosingView }): ReactNode {
  const texts = useAccountTexts();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const refusals = useRefusals();
  const [agreed, setAgreed] = useState(false);
  const [current, setCurrent] = useState('');
  const submit = async (): Promise<void> => {
    if (!agreed) {
      refusals.object('agree', texts.closing.agreeMissing);
      return;
    }
    if (!(await refusals.send(() => closeAccount(current)))) return;
    await navigate('/account/closed', { replace: true });
    queries.clear();
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
      <p className="tz-lead">{texts.closing.what}</p>
      <ul className="tz-bullets">
        <li>{texts.closing.erased}</li>
        {closing.drafts > 0 && <li>{texts.closing.drafts(closing.drafts)}</li>}
        {closing.kept > 0 && <li>{texts.closing.kept(closing.kept)}</li>}
        <li>{texts.closing.irrevocable}</li>
      </ul>
      <Field label={texts.closing.title} required group errors={refusals.errorsOf('agree')}>
        {() => (
          <ChoiceBox
            id="agree"
            kind="checkbox"
            framed
            checked={agreed}
            onChange={(event) => setAgreed(event.target.checked)}
          >
            {texts.closing.agree}
          </ChoiceBox>
        )}
      </Field>
      {account.hasPassword && (
        <CurrentPassword
          value={current}
          errors={refusals.errorsOf('currentPassword')}
          onChange={setCurrent}
        />
      )}
      <Button look="danger" size="large" type="submit" blocked={refusals.busy}>
        {texts.closing.submit}
      </Button>
    </form>
  );
}

export function AccountClosed(): ReactNode {
  const texts = useAccountTexts();
  return (
    <Page title={texts.closing.done} site={useSiteName()} focusKey="account-closed" width="narrow">
      <p className="tz-lead">{texts.closing.doneLead}</p>
      <ButtonLink to="/">{texts.closing.home}</ButtonLink>
    </Page>
  );
}
