import { useQueryClient } from '../../api/query/index.js';
import { useState, type ReactNode } from 'react';
import { chooseNews } from '../../api/account.js';
import { keys } from '../../api/queries.js';
import type { AccountView } from '../../api/types.js';
import { useNavigate } from '../../router/index.js';
import { useAccountTexts } from '../../texts/index.js';
import { Button, ChoiceBox, ErrorSummary, Field } from '../../ui/index.js';
import { useRefusals } from '../registration/use-refusals.js';
import { AccountPage } from './AccountPage.js';

export function NewsSection({ account }: { readonly account: AccountView }): ReactNode {
  const texts = useAccountTexts();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const refusals = useRefusals();
  const [wanted, setWanted] = useState(account.wantsNews);
  const submit = async (): Promise<void> => {
    if (!(await refusals.send(() => chooseNews(wanted)))) return;
    await queries.invalidateQueries({ queryKey: keys.account });
    await navigate('/account', { state: { done: texts.saved } });
  };
  return (
    <AccountPage title={texts.news.title} focusKey="account-news">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <ErrorSummary lines={refusals.lines} attempt={refusals.attempt} />
        <Field label={texts.news.title} support={texts.news.support} required group>
          {() =>
            [true, false].map((value) => (
              <ChoiceBox
                key={String(value)}
                kind="radio"
                name="news"
                framed
                checked={wanted === value}
                onChange={() => setWanted(value)}
              >
                {value ? texts.news.wanted : texts.news.unwanted}
              </ChoiceBox>
            ))
          }
        </Field>
        <Button look="primary" size="large" type="submit" blocked={refusals.busy}>
          {texts.save}
        </Button>
      </form>
    </AccountPage>
  );
}
