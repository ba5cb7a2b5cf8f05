import { useState, type FormEvent, type ReactNode } from 'react';
import type { ProfileSettings } from '../../api/types.js';
import { useDeskPaymentTexts } from '../../texts/index.js';
import { Button, Buttons, ChoiceBox, ErrorSummary, Field, Select, TextInput } from '../../ui/index.js';
import { useDeskTexts } from '../desk-texts.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';
import { TEXTS, wrongFields } from './profile-form.js';

interface ProfileFormProps {
  readonly title: string;
  readonly settings: ProfileSettings;
  readonly busy: boolean;
  readonly error: Error | null;
  readonly onClose: () => void;
  readonly onSettings: (settings: ProfileSettings) => void;
}

const FLAGS = ['newline', 'endMark', 'slash', 'headerAccount'] as const;
const TYPES = ['1', '2', '9'] as const;
const HOUSES = ['spaces', 'zeros'] as const;

/** An account to pay from, and the habits of its bank. */
export function ProfileForm(props: ProfileFormProps): ReactNode {
  const { title, busy, error, onClose, onSettings } = props;
  const texts = useDeskPaymentTexts().profiles;
  const { fields } = texts;
  const { signs } = useDeskTexts();
  const [typed, setTyped] = useState(props.settings);
  const [attempt, setAttempt] = useState(0);
  const wrong = attempt === 0 ? [] : wrongFields(typed);
  const idOf = (name: string): string => `profile-${name}`;
  const errorsOf = (name: keyof ProfileSettings): readonly string[] =>
    wrong.includes(name) ? [texts.missing] : [];
  const change = (part: Partial<ProfileSettings>): void => setTyped((before) => ({ ...before, ...part }));
  function submit(event: FormEvent): void {
    event.preventDefault();
    setAttempt((before) => before + 1);
    if (!busy && wrongFields(typed).length === 0) onSettings(typed);
  }
  return (
    <form className="tz-stack" onSubmit={submit} noValidate aria-labelledby="profile-form">
      <h3 id="profile-form" className="tz-heading">
        {title}
      </h3>
      <ErrorSummary
        lines={wrong.map((name) => ({
          controlId: idOf(name),
          text: fields[name] + signs.colon + texts.missing,
        }))}
        attempt={attempt}
      />
      <RefusalBanner error={error} />
      {TEXTS.map(([name, , chars]) => (
        <Field
          key={name}
          label={fields[name]}
          id={idOf(name)}
          required
          support={name === 'clientName' ? fields.clientNameHelp : undefined}
          errors={errorsOf(name)}
        >
          {(control) => (
            <TextInput
              {...control}
              chars={chars}
              maxLength={60}
              autoComplete="off"
              value={typed[name]}
              onChange={(event) => change({ [name]: event.target.value })}
            />
          )}
        </Field>
      ))}
      <Field label={fields.accountType} id={idOf('accountType')} required>
        {(control) => (
          <Select
            {...control}
            choices={TYPES.map((value) => ({ value, label: texts.types[value] ?? value }))}
            value={typed.accountType}
            onChange={(event) =>
              change({ accountType: TYPES.find((one) => one === event.target.value) ?? '1' })
            }
          />
        )}
      </Field>
      <Field label={fields.rowsPerFile} id={idOf('rowsPerFile')} required errors={errorsOf('rowsPerFile')}>
        {(control) => (
          <TextInput
            {...control}
            inputMode="numeric"
            chars={8}
            value={Number.isNaN(typed.rowsPerFile) ? '' : String(typed.rowsPerFile)}
            onChange={(event) => change({ rowsPerFile: Number.parseInt(event.target.value, 10) })}
          />
        )}
      </Field>
      <Field label={fields.habits} id="profile-habits" group>
        {(control) => (
          <div id={control.id} className="desk-payment__habits">
            {FLAGS.map((name) => (
              <ChoiceBox
                key={name}
                kind="checkbox"
                checked={typed[name]}
                onChange={(event) => change({ [name]: event.target.checked })}
              >
                {fields[name]}
              </ChoiceBox>
            ))}
          </div>
        )}
      </Field>
      <Field label={fields.clearingHouse} id={idOf('clearingHouse')}>
        {(control) => (
          <Select
            {...control}
            choices={HOUSES.map((value) => ({ value, label: fields[value] }))}
            value={typed.clearingHouse}
            onChange={(event) =>
              change({ clearingHouse: event.target.value === 'zeros' ? 'zeros' : 'spaces' })
            }
          />
        )}
      </Field>
      <Buttons>
        <Button type="submit" look="primary" blocked={busy}>
          {texts.submit}
        </Button>
        <Button onClick={onClose}>{texts.cancel}</Button>
      </Buttons>
    </form>
  );
}
