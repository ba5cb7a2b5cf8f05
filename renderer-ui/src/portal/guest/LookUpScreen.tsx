import { useQueryClient } from '../../api/query/index.js';
import { useState, type ReactNode } from 'react';
import { lookUp } from '../../api/guest.js';
import { keys } from '../../api/queries.js';
import { useNavigate } from '../../router/index.js';
import { useGuestTexts } from '../../texts/index.js';
import { Button, Buttons, Disclosure, ErrorSummary, Field, Page, TextInput } from '../../ui/index.js';
import { useSiteName } from '../frame/Frame.js';
import { useRefusals } from '../registration/use-refusals.js';

/** Number and secret, for whoever applied without an account. */
export function LookUpScreen(): ReactNode {
  const texts = useGuestTexts().lookUp;
  const navigate = useNavigate();
  const queries = useQueryClient();
  const refusals = useRefusals('number');
  const [number, setNumber] = useState('');
  const [secret, setSecret] = useState('');
  const submit = async (): Promise<void> => {
    if (number.trim() === '') return refusals.object('number', texts.numberMissing);
    if (secret.trim() === '') return refusals.object('secret', texts.secretMissing);
    if (!(await refusals.send(() => lookUp(number, secret)))) return;
    await queries.invalidateQueries({ queryKey: keys.session });
    await navigate('/applications');
  };
  return (
    <Page title={texts.title} site={useSiteName()} focusKey="look-up" width="narrow">
      <form
        noValidate
        className="tz-registration"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <ErrorSummary lines={refusals.lines} attempt={refusals.attempt} />
        <p className="tz-lead">{texts.lead}</p>
        <Field
          id="number"
          label={texts.number}
          support={texts.numberSupport}
          required
          errors={refusals.errorsOf('number')}
        >
          {(control) => (
            <TextInput
              {...control}
              autoComplete="off"
              autoCapitalize="off"
              value={number}
              onChange={(event) => setNumber(event.target.value)}
            />
          )}
        </Field>
        <Field
          id="secret"
          label={texts.secret}
          support={texts.secretSupport}
          required
          errors={refusals.errorsOf('secret')}
        >
          {(control) => (
            <TextInput
              {...control}
              autoComplete="off"
              autoCapitalize="off"
              spellCheck={false}
              value={secret}
              onChange={(event) => setSecret(event.target.value)}
            />
          )}
        </Field>
        <Buttons>
          <Button look="primary" size="large" type="submit" blocked={refusals.busy}>
            {texts.find}
          </Button>
        </Buttons>
        <Disclosure summary={texts.forgotten}>
          <p>{texts.forgottenBody}</p>
        </Disclosure>
      </form>
    </Page>
  );
}
