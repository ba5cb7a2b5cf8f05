import { useState, type ReactNode } from 'react';
import { chooseNotices } from '../../api/account.js';
import { keys } from '../../api/queries.js';
import { useQueryClient } from '../../api/query/index.js';
import type { AccountView } from '../../api/types.js';
import { useNavigate } from '../../router/index.js';
import { useAccountTexts, useArrivalTexts } from '../../texts/index.js';
import { Button, ChoiceBox, ErrorSummary, Field } from '../../ui/index.js';
import { useRefusals } from '../registration/use-refusals.js';
import { AccountPage } from './AccountPage.js';

/** 通知書の受け取り方: what one agrees to is kept with its day and the version of these words. */
export function NoticesSection({ account }: { readonly account: AccountView }): ReactNode {
  const own = useAccountTexts();
  const texts = useArrivalTexts().notices;
  const navigate = useNavigate();
  const queries = useQueryClient();
  const refusals = useRefusals();
  const [by, setBy] = useState(account.notices.by);
  const [attempt, setAttempt] = useState(0);
  const missing = attempt > 0 && by === null;
  const submit = async (): Promise<void> => {
    setAttempt((before) => before + 1);
    if (by === null) return;
    if (!(await refusals.send(() => chooseNotices(by, account.notices.wordsNow)))) return;
    await queries.invalidateQueries({ queryKey: keys.account });
    await navigate('/account', { state: { done: own.saved } });
  };
  return (
    <AccountPage title={texts.title} focusKey="account-notices">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <ErrorSummary
          lines={missing ? [{ controlId: 'notices-by', text: texts.missing }] : refusals.lines}
          attempt={missing ? attempt : refusals.attempt}
        />
        <p className="tz-lead">{texts.lead}</p>
        <Field
          label={texts.title}
          id="notices-by"
          support={texts.support}
          required
          group
          errors={missing ? [texts.missing] : []}
        >
          {() =>
            (['portal', 'post'] as const).map((value) => (
              <ChoiceBox
                key={value}
                kind="radio"
                name="notices-by"
                framed
                checked={by === value}
                onChange={() => setBy(value)}
              >
                {texts[value]}
              </ChoiceBox>
            ))
          }
        </Field>
        <Button look="primary" size="large" type="submit" blocked={refusals.busy}>
          {own.save}
        </Button>
      </form>
    </AccountPage>
  );
}
