import { useQueryClient } from '../../api/query/index.js';
import { useState, type ReactNode } from 'react';
import { changePassword } from '../../api/account.js';
import { keys } from '../../api/queries.js';
import type { AccountView } from '../../api/types.js';
import { useNavigate } from '../../router/index.js';
import { useAccountTexts } from '../../texts/index.js';
import { Button, ErrorSummary } from '../../ui/index.js';
import { PasswordFields, type Passwords } from '../registration/PasswordFields.js';
import { useRefusals } from '../registration/use-refusals.js';
import { AccountPage } from './AccountPage.js';
import { CurrentPassword } from './CurrentPassword.js';

export function PasswordSection({ account }: { readonly account: AccountView }): ReactNode {
  const texts = useAccountTexts();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const refusals = useRefusals();
  const [current, setCurrent] = useState('');
  const [passwords, setPasswords] = useState<Passwords>({ password: '', passwordAgain: '' });
  const submit = async (): Promise<void> => {
    const { password, passwordAgain } = passwords;
    if (!(await refusals.send(() => changePassword(current, password, passwordAgain)))) return;
    await queries.invalidateQueries({ queryKey: keys.ownSessions });
    await navigate('/account', { state: { done: texts.password.changed } });
  };
  return (
    <AccountPage title={texts.password.title} focusKey="account-password">
      {account.hasPassword ? (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          <ErrorSummary lines={refusals.lines} attempt={refusals.attempt} />
          <p className="tz-lead">{texts.password.lead}</p>
          {/* Password managers learn from it which account the password belongs to. */}
          <input type="email" autoComplete="username" value={account.mail} readOnly hidden />
          <CurrentPassword
            value={current}
            errors={refusals.errorsOf('currentPassword')}
            onChange={setCurrent}
          />
          <PasswordFields
            passwords={passwords}
            errorsOf={refusals.errorsOf}
            onChange={setPasswords}
            labels={texts.password}
          />
          <Button look="primary" size="large" type="submit" blocked={refusals.busy}>
            {texts.password.submit}
          </Button>
        </form>
      ) : (
        <p className="tz-lead">{texts.password.setByMail}</p>
      )}
    </AccountPage>
  );
}
