import type { ReactNode } from 'react';
import { beginRegistration } from '../../api/registration.js';
import { useRegistrationTexts } from '../../texts/index.js';
import { Button, ButtonLink, Buttons, ErrorSummary, Field, TextInput } from '../../ui/index.js';
import type { MailDraft } from './profile-draft.js';
import { useRefusals } from './use-refusals.js';

interface MailStepProps {
  readonly draft: MailDraft & { readonly termsVersion: string };
  readonly onDraft: (draft: MailDraft) => void;
  readonly onSent: () => void;
}

/** The address, twice. */
export function MailStep({ draft, onDraft, onSent }: MailStepProps): ReactNode {
  const texts = useRegistrationTexts();
  const refusals = useRefusals();
  const { termsVersion, mail, mailAgain } = draft;
  const submit = async (): Promise<void> => {
    if (await refusals.send(() => beginRegistration(mail, mailAgain, termsVersion))) onSent();
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
      <p className="tz-lead">{texts.mail.lead}</p>
      <p className="tz-note">{texts.mail.junk}</p>
      <Field
        id="mail"
        label={texts.mail.mail}
        support={texts.mail.mailSupport}
        required
        errors={refusals.errorsOf('mail')}
      >
        {(control) => (
          <TextInput
            {...control}
            inputMode="email"
            autoComplete="email"
            autoCapitalize="off"
            spellCheck={false}
            value={mail}
            onChange={(event) => onDraft({ ...draft, mail: event.target.value })}
          />
        )}
      </Field>
      <Field id="mailAgain" label={texts.mail.mailAgain} required errors={refusals.errorsOf('mailAgain')}>
        {(control) => (
          <TextInput
            {...control}
            inputMode="email"
            autoComplete="email"
            autoCapitalize="off"
            spellCheck={false}
            value={mailAgain}
            onChange={(event) => onDraft({ ...draft, mailAgain: event.target.value })}
          />
        )}
      </Field>
      <Buttons>
        <Button look="primary" size="large" type="submit" blocked={refusals.busy}>
          {texts.mail.send}
        </Button>
        <ButtonLink to="/">{texts.home}</ButtonLink>
      </Buttons>
    </form>
  );
}
