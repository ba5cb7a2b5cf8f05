import { useState, type ReactNode } from 'react';
import { chooseOwnPassword } from '../../api/staff.js';
import { useStaffTexts } from '../../texts/index.js';
import { Button, ErrorSummary, Field, TextInput } from '../../ui/index.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';
import { useSending } from '../frame/use-sending.js';

interface PasswordFormProps {
  /** Right after a sign-in with a starting password that one is not asked for again. */
  readonly first: boolean;
  readonly submit: string;
  readonly onDone: () => void;
}

export function PasswordForm({ first, submit, onDone }: PasswordFormProps): ReactNode {
  const texts = useStaffTexts().password;
  const sending = useSending();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const fields = [
    ...(first
      ? []
      : [
          {
            id: 'currentPassword',
            label: texts.current,
            value: current,
            set: setCurrent,
            auto: 'current-password',
          },
        ]),
    { id: 'password', label: texts.next, value: password, set: setPassword, auto: 'new-password' },
    { id: 'passwordAgain', label: texts.nextAgain, value: again, set: setAgain, auto: 'new-password' },
  ];
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void sending
          .send(() => chooseOwnPassword(current, password, again))
          .then((sent) => {
            if (!sent) return;
            for (const { set } of fields) set('');
            onDone();
          });
      }}
    >
      <ErrorSummary lines={sending.lines} attempt={sending.attempt} />
      <RefusalBanner error={sending.failure} />
      {fields.map(({ id, label, value, set, auto }) => (
        <Field
          key={id}
          id={id}
          label={label}
          required
          support={id === 'password' ? texts.nextHelp : undefined}
          errors={sending.errorsOf(id)}
        >
          {(control) => (
            <TextInput
              {...control}
              type="password"
              chars={24}
              autoComplete={auto}
              value={value}
              onChange={(event) => set(event.target.value)}
            />
          )}
        </Field>
      ))}
      <Button type="submit" look={first ? 'primary' : 'secondary'} blocked={sending.busy}>
        {submit}
      </Button>
    </form>
  );
}
