import type { ReactNode } from 'react';
import { sayMailWorks } from '../../api/account.js';
import { keys } from '../../api/queries.js';
import { useMutation, useQueryClient } from '../../api/query/index.js';
import type { AccountView } from '../../api/types.js';
import { useNavigate } from '../../router/index.js';
import { useArrivalTexts } from '../../texts/index.js';
import { Banner, Button, ButtonLink, Buttons } from '../../ui/index.js';

/** Our mails do not arrive: how to change the address, or to say that it takes them now. */
export function MailTrouble({ account }: { readonly account: AccountView }): ReactNode {
  const texts = useArrivalTexts();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const say = useMutation({
    mutationFn: sayMailWorks,
    onSuccess: async (view) => {
      queries.setQueryData(keys.account, view);
      await navigate('/account', { state: { done: texts.worksDone } });
    },
  });
  if (account.mailTrouble === null) return null;
  return (
    <Banner tone="warning" title={texts.trouble[account.mailTrouble.kind]}>
      <p>{texts.troubleLead(account.mail)}</p>
      <Buttons>
        <ButtonLink size="small" to="/account/mail">
          {texts.change}
        </ButtonLink>
        <Button size="small" blocked={say.isPending} onClick={() => say.mutate()}>
          {texts.works}
        </Button>
      </Buttons>
    </Banner>
  );
}
