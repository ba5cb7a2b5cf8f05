import { useState, type ReactNode } from 'react';
import { usePortalTexts, useRegistrationTexts } from '../../texts/index.js';
import { ChoiceBox, Field, TextInput } from '../../ui/index.js';

export interface Passwords {
  readonly password: string;
  readonly passwordAgain: string;
}

/** The rules that can be seen while typing; the server knows one more, of what is easily guessed. */
const rules = {
  halfWidth: (password: string) => /^[!-~]+$/.test(password),
  long: (password: string) => password.length >= 8,
  mixed: (password: string) =>
    [/[A-Z]/, /[a-z]/, /[0-9]/, /[^A-Za-z0-9]/].filter((kind) => kind.test(password)).length >= 2,
};

interface PasswordFieldsProps {
  readonly passwords: Passwords;
  readonly errorsOf: (field: string) => readonly string[];
  readonly onChange: (passwords: Passwords) => void;
  /** Where it replaces another one: what the two are called there. */
  readonly labels?: { readonly next: string; readonly nextAgain: string };
}

export function PasswordFields({ passwords, errorsOf, onChange, labels }: PasswordFieldsProps): ReactNode {
  const texts = useRegistrationTexts();
  const { signIn } = usePortalTexts();
  const [shown, setShown] = useState(false);
  const type = shown ? 'text' : 'password';
  const support = (
    <>
      <ul className="tz-bullets">
        {(Object.keys(rules) as (keyof typeof rules)[]).map((rule) => (
          <li key={rule}>
            {texts.profile.rules[rule]}
            {passwords.password !== '' && (
              <strong>
                {' '}
                {rules[rule](passwords.password)
                  ? `✓ ${texts.profile.ruleMet}`
                  : `― ${texts.profile.ruleOpen}`}
              </strong>
            )}
          </li>
        ))}
      </ul>
      <p>{texts.profile.guessed}</p>
    </>
  );
  return (
    <>
      <Field
        id="password"
        label={labels?.next ?? texts.profile.password}
        support={support}
        required
        errors={errorsOf('password')}
      >
        {(control) => (
          <TextInput
            {...control}
            type={type}
            autoComplete="new-password"
            value={passwords.password}
            onChange={(event) => onChange({ ...passwords, password: event.target.value })}
          />
        )}
      </Field>
      <Field
        id="passwordAgain"
        label={labels?.nextAgain ?? texts.profile.passwordAgain}
        required
        errors={errorsOf('passwordAgain')}
      >
        {(control) => (
          <>
            <TextInput
              {...control}
              type={type}
              autoComplete="new-password"
              value={passwords.passwordAgain}
              onChange={(event) => onChange({ ...passwords, passwordAgain: event.target.value })}
            />
            <ChoiceBox kind="checkbox" checked={shown} onChange={(event) => setShown(event.target.checked)}>
              {signIn.showPassword}
            </ChoiceBox>
          </>
        )}
      </Field>
    </>
  );
}
