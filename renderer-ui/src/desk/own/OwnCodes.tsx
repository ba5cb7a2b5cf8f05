import { useQueryClient } from '../../api/query/index.js';
import { useState, type ReactNode } from 'react';
import { beginCodes, giveUpCodes, renewRecoveryCodes } from '../../api/staff.js';
import type { CodesSetUp as SetUp, OwnAccountView } from '../../api/types.js';
import { dateText, useLanguage, useStaffTexts } from '../../texts/index.js';
import { Button, Buttons, ErrorSummary, Field, TextInput, useAnnounce } from '../../ui/index.js';
import { deskKeys } from '../desk-queries.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';
import { useSending } from '../frame/use-sending.js';
import { CodesSetUp } from './CodesSetUp.js';
import { RecoveryCodeList } from './RecoveryCodeList.js';

/** What is to be done once the password has shown who is there. */
type Wish = 'set-up' | 'renew' | 'give-up';

export function OwnCodes({ codes }: { readonly codes: OwnAccountView['codes'] }): ReactNode {
  const texts = useStaffTexts().codes;
  const language = useLanguage();
  const client = useQueryClient();
  const announce = useAnnounce();
  const [wish, setWish] = useState<Wish | null>(null);
  const [setUp, setSetUp] = useState<SetUp | null>(null);
  const [shown, setShown] = useState<readonly string[] | null>(null);
  const changed = (): void => void client.invalidateQueries({ queryKey: deskKeys.account });
  const act: Readonly<Record<Wish, (password: string) => Promise<void>>> = {
    'set-up': async (password) => setSetUp(await beginCodes(password)),
    renew: async (password) => setShown((await renewRecoveryCodes(password)).codes),
    'give-up': async (password) => {
      await giveUpCodes(password);
      announce(texts.gaveUp);
      changed();
    },
  };
  if (shown !== null) {
    return (
      <RecoveryCodeList
        codes={shown}
        closing={texts.recoveryKept}
        onClose={() => {
          setShown(null);
          changed();
        }}
      />
    );
  }
  if (setUp !== null) {
    return (
      <CodesSetUp
        setUp={setUp}
        onDone={(made) => {
          setSetUp(null);
          setShown(made);
        }}
      />
    );
  }
  if (wish !== null) {
    return (
      <Proof
        onCancel={() => setWish(null)}
        onProven={async (password) => {
          await act[wish](password);
          setWish(null);
        }}
      />
    );
  }
  const { since, required, recoveryLeft } = codes;
  return (
    <div className="tz-stack">
      <p>{since === null ? texts.off : texts.on(dateText(since, language))}</p>
      {since !== null && <p>{texts.left(recoveryLeft)}</p>}
      {required && <p>{texts.required}</p>}
      <Buttons>
        <Button onClick={() => setWish('set-up')}>{since === null ? texts.setUp : texts.again}</Button>
        {since !== null && <Button onClick={() => setWish('renew')}>{texts.renew}</Button>}
        {since !== null && !required && <Button onClick={() => setWish('give-up')}>{texts.giveUp}</Button>}
      </Buttons>
    </div>
  );
}

function Proof(props: {
  readonly onProven: (password: string) => Promise<void>;
  readonly onCancel: () => void;
}): ReactNode {
  const texts = useStaffTexts();
  const sending = useSending((field) => `codes-${field}`);
  const [password, setPassword] = useState('');
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void sending.send(() => props.onProven(password));
      }}
    >
      <ErrorSummary lines={sending.lines} attempt={sending.attempt} />
      <RefusalBanner error={sending.failure} />
      <p>{texts.codes.proveLead}</p>
      <Field
        id="codes-currentPassword"
        label={texts.password.current}
        required
        errors={sending.errorsOf('currentPassword')}
      >
        {(control) => (
          <TextInput
            {...control}
            type="password"
            chars={24}
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </Field>
      <Buttons>
        <Button type="submit" look="primary" blocked={sending.busy}>
          {texts.codes.go}
        </Button>
        <Button onClick={props.onCancel}>{texts.official.cancel}</Button>
      </Buttons>
    </form>
  );
}
