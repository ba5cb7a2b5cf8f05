import type { ReactNode } from 'react';
import { beginAsGuest } from '../../api/guest.js';
import { useGuestTexts } from '../../texts/index.js';
import { Button, Buttons, ChoiceBox, ErrorSummary, Field, TextInput } from '../../ui/index.js';
import { useRefusals } from '../registration/use-refusals.js';

export interface GuestEntry {
  readonly name: string;
  readonly mail: string;
  readonly as: Audience | null;
}

type Audience = 'individual' | 'business';

interface GuestEntryStepProps {
  readonly procedureId: string;
  readonly audience: readonly Audience[];
  readonly entry: GuestEntry;
  readonly onEntry: (entry: GuestEntry) => void;
  readonly onSent: () => void;
}

export function GuestEntryStep(props: GuestEntryStepProps): ReactNode {
  const { procedureId, audience, entry, onEntry, onSent } = props;
  const texts = useGuestTexts();
  const refusals = useRefusals();
  const as = entry.as ?? audience[0] ?? 'individual';
  const submit = async (): Promise<void> => {
    const wanted = { procedureId, name: entry.name, mail: entry.mail, as };
    if (await refusals.send(() => beginAsGuest(wanted))) onSent();
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
      <p className="tz-lead">
        {texts.lead}
        <br />
        <span className="tz-quiet">{texts.before}</span>
      </p>
      {audience.length > 1 && (
        <fieldset className="tz-field">
          <legend className="tz-field__label">{texts.as}</legend>
          {audience.map((each) => (
            <ChoiceBox
              key={each}
              kind="radio"
              name="as"
              checked={as === each}
              onChange={() => onEntry({ ...entry, as: each })}
            >
              {texts.asKinds[each]}
            </ChoiceBox>
          ))}
        </fieldset>
      )}
      <Field id="name" label={texts.name} required errors={refusals.errorsOf('name')}>
        {(control) => (
          <TextInput
            {...control}
            autoComplete="name"
            value={entry.name}
            onChange={(event) => onEntry({ ...entry, name: event.target.value })}
          />
        )}
      </Field>
      <Field
        id="mail"
        label={texts.mail}
        support={texts.mailSupport}
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
            value={entry.mail}
            onChange={(event) => onEntry({ ...entry, mail: event.target.value })}
          />
        )}
      </Field>
      <Buttons>
        <Button look="primary" size="large" type="submit" blocked={refusals.busy}>
          {texts.send}
        </Button>
      </Buttons>
    </form>
  );
}
