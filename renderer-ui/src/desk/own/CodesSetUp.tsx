import { useState, type ReactNode } from 'react';
import { confirmCodes } from '../../api/staff.js';
import type { CodesSetUp as SetUp } from '../../api/types.js';
import { useStaffTexts } from '../../texts/index.js';
import { Button, Field, TextInput } from '../../ui/index.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';
import { useSending } from '../frame/use-sending.js';
import { QrCode } from './QrCode.js';

interface CodesSetUpProps {
  readonly setUp: SetUp;
  /** The device has the key; these are shown once. */
  readonly onDone: (recoveryCodes: readonly string[]) => void;
}

/** The key for the app, and the code that shows that the app has it. */
export function CodesSetUp({ setUp, onDone }: CodesSetUpProps): ReactNode {
  const texts = useStaffTexts().codes;
  const sending = useSending();
  const [code, setCode] = useState('');
  return (
    <form
      className="tz-stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void sending.send(async () => onDone((await confirmCodes(code)).codes));
      }}
    >
      <p>{texts.scan}</p>
      <QrCode text={setUp.uri} label={texts.qr} />
      <p>{texts.typed}</p>
      <p className="desk-key">{setUp.key.match(/.{1,4}/g)?.join(' ')}</p>
      <RefusalBanner error={sending.failure} />
      <Field id="confirm-code" label={texts.code} required support={texts.confirmLead}>
        {(control) => (
          <TextInput
            {...control}
            chars={10}
            inputMode="numeric"
            autoComplete="one-time-code"
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" look="primary" blocked={sending.busy || code.trim() === ''}>
        {texts.confirm}
      </Button>
    </form>
  );
}
