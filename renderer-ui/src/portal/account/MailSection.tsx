import { useQueryClient } from '../../api/query/index.js';
import { useState, type ReactNode } from 'react';
import { beginMailChange, confirmMailChange, resendMailChangeCode } from '../../api/account.js';
import { keys } from '../../api/queries.js';
import type { AccountView } from '../../api/types.js';
import { useNavigate, useParams } from '../../router/index.js';
import { useAccountTexts } from '../../texts/index.js';
import { Button, DescriptionList, ErrorSummary, Field, TextInput } from '../../ui/index.js';
import { CodeStep } from '../registration/CodeStep.js';
import { useRefusals } from '../registration/use-refusals.js';
import { AccountPage } from './AccountPage.js';
import { CurrentPassword } from './CurrentPassword.js';

interface SectionProps {
  readonly account: AccountView;
}

/** `/account/mail`: the new address; `/account/mail/code`: the digits that came to it. */
export function MailSection({ account }: SectionProps): ReactNode {
  const texts = useAccountTexts();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { id } = useParams();
  const { mailChange } = account;
  if (id !== 'code' || mailChange === null) return <NewMail account={account} />;
  const confirmed = async (): Promise<void> => {
    await Promise.all([
      queries.invalidateQueries({ queryKey: keys.account }),
      queries.invalidateQueries({ queryKey: keys.session }),
    ]);
    await navigate('/account', { state: { done: texts.mail.changed(mailChange.mail) } });
  };
  return (
    <AccountPage title={texts.mail.codeTitle} focusKey="account-mail-code">
      <CodeStep
        mail={mailChange.mail}
        confirm={confirmMailChange}
        resend={resendMailChangeCode}
        other={{ to: '/account/mail', label: texts.mail.other }}
        onConfirmed={() => void confirmed()}
      />
    </AccountPage>
  );
}

function NewMail({ account }: SectionProps): ReactNode {
  const texts = useAccountTexts();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const refusals = useRefusals();
  const [mail, setMail] = useState(account.mailChange?.mail ?? '');
  const [again, setAgain] = useState('');
  const [current, setCurrent] = useState('');
  const submit = async (): Promise<void> => {
    if (!(await refusals.send(() => beginMailChange(mail, again, current)))) return;
    await queries.invalidateQueries({ queryKey: keys.account });
    await navigate('/account/mail/code');
  };
  const fields = [
    { id: 'mail', label: texts.mail.mail, value: mail, set: setMail },
    { id: 'mailAgain', label: texts.mail.mailAgain, value: again, set: setAgain },
  ];
  return (
    <AccountPage title={texts.mail.title} focusKey="account-mail">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <ErrorSummary lines={refusals.lines} attempt={refusals.attempt} />
        <p className="tz-lead">{texts.mail.lead}</p>
        <DescriptionList rows={[{ key: 'present', term: texts.mail.present, value: account.mail }]} />
        {fields.map(({ id, label, value, set }) => (
          <Field key={id} id={id} label={label} required errors={refusals.errorsOf(id)}>
            {(control) => (
              <TextInput
                {...control}
                inputMode="email"
                autoComplete="email"
                autoCapitalize="off"
                spellCheck={false}
                value={value}
                onChange={(event) => set(event.target.value)}
              />
            )}
          </Field>
        ))}
        {account.hasPassword && (
          <CurrentPassword
            value={current}
            errors={refusals.errorsOf('currentPassword')}
            onChange={setCurrent}
          />
        )}
        <Button look="primary" size="large" type="submit" blocked={refusals.busy}>
          {texts.mail.send}
        </Button>
      </form>
    </AccountPage>
  );
}
