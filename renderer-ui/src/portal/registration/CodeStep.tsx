import { useState, type ReactNode } from 'react';
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
  readonly confirm: (code: string) => Promise<void>;
  readonly resend: () => Promise<void>;
  /** Where another address is entered, and what leads there. */
  readonly other: { readonly to: string; readonly label: string };
  readonly onConfirmed: () => void;
}

/** The six digits of the mail. */
export function CodeStep({ mail, confirm, resend, other, onConfirmed }: CodeStepProps): ReactNode {
  const texts = useRegistrationTexts();
  const announce = useAnnounce();
  const refusals = useRefusals('code');
  const [code, setCode] = useState('');
  const [resent, setResent] = useState(false);
  const submit = async (): Promise<void> => {
    if (code.trim() === '') refusals.object('code', texts.code.codeMissing);
    else if (await refusals.send(() => confirm(code))) onConfirmed();
  };
  const sendAgain = async (): Promise<void> => {
    setResent(false);
    if (!(await refusals.send(resend))) return;
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
      <Field
        id="code"
        label={texts.code.code}
        support={texts.code.codeSupport}
        required
        errors={refusals.errorsOf('code')}
      >
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
        <ButtonLink to={other.to}>{other.label}</ButtonLink>
      </Buttons>
      <Disclosure summary={texts.code.notArrived}>
        <p>{texts.code.notArrivedBody}</p>
        <Button blocked={refusals.busy} onClick={() => void sendAgain()}>
          {texts.code.resend}
        </Button>
        {resent && <p>{texts.code.resent}</p>}
      </Disclosure>
    </form>
  );
}
