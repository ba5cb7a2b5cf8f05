import { useQueryClient } from '../../api/query/index.js';
import { useState, type ReactNode } from 'react';
import { keys } from '../../api/queries.js';
import { useNavigate } from '../../router/index.js';
import { useAccountTexts } from '../../texts/index.js';
import { Button, ChoiceBox, ErrorSummary, Field } from '../../ui/index.js';
import { useRefusals } from '../registration/use-refusals.js';
import { AccountPage } from './AccountPage.js';

interface ChooseOneProps<T extends string> {
  readonly title: string;
  readonly support: string;
  readonly name: string;
  readonly present: T;
  /** In the order shown. */
  readonly choices: Readonly<Record<T, string>>;
  readonly save: (chosen: T) => Promise<void>;
}

/** A page of the account that asks one thing with few answers. */
export function ChooseOne<T extends string>(props: ChooseOneProps<T>): ReactNode {
  const { title, support, name, present, choices, save } = props;
  const texts = useAccountTexts();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const refusals = useRefusals();
  const [chosen, setChosen] = useState(present);
  const submit = async (): Promise<void> => {
    if (!(await refusals.send(() => save(chosen)))) return;
    await queries.invalidateQueries({ queryKey: keys.account });
    await navigate('/account', { state: { done: texts.saved } });
  };
  return (
    <AccountPage title={title} focusKey={`account-${name}`}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <ErrorSummary lines={refusals.lines} attempt={refusals.attempt} />
        <Field label={title} support={support} required group>
          {() =>
            (Object.keys(choices) as T[]).map((value) => (
              <ChoiceBox
                key={value}
                kind="radio"
                name={name}
                framed
                checked={chosen === value}
                onChange={() => setChosen(value)}
              >
                {choices[value]}
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
