import { useState, type ReactNode } from 'react';
import { confirmMail, resendCode } from '../../api/registration.js';
import { useRegistrationTexts } from '../../texts/index.js';
import {
  Button,
  ButtonLink,
  Buttons,
  Disclosure,
  ErrorSummary,
  Field,
  TextInput,
  useAnnounce,
} from '../../ui/index.js';
import { useRefusals } from './use-refusals.js';

interface CodeStepProps {
  readonly mail: string;
  readonly onConfirmed: () => void;
}

/** The six digits of the mail. */
export function CodeStep({ mail, onConfirmed }: CodeStepProps): ReactNode {
  const texts = useRegistrationTexts();
  const announce = useAnnounce();
  const refusals = useRefusals('code');
  const [code, setCode] = useState('');
  const [resent, setResent] = useState(false);
  const submit = async (): Promise<void> => {
    if (code.trim() === '') refusals.object('code', texts.code.codeMissing);
    else if (await refusals.send(() => confirmMail(code))) onConfirmed();
  };
  const resend = async (): Promise<void> => {
    setResent(false);
    if (!(await refusals.send(resendCode))) return;
    setResent(true);
    setCode('');
    announce(texts.code.resent);
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
      <p className="tz-lead">{texts.code.sentTo(mail)}</p>
      <Field id="code" label={texts.code.code} required errors={refusals.errorsOf('code')}>
        {(control) => (
          <TextInput
            {...control}
            chars={8}
            inputMode="numeric"
            autoComplete="one-time-code"
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        )}
      </Field>
      <Buttons>
        <Button look="primary" size="large" type="submit" blocked={refusals.busy}>
          {texts.code.confirm}
        </Button>
        <ButtonLink to="/register/mail">{texts.code.otherMail}</ButtonLink>
      </Buttons>
      <Disclosure summary={texts.code.notArrived}>
        <p>{texts.code.notArrivedBody}</p>
        <Button blocked={refusals.busy} onClick={() => void resend()}>
          {texts.code.resend}
        </Button>
        {resent && <p>{texts.code.resent}</p>}
      </Disclosure>
    </form>
  );
}
