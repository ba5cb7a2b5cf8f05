import { useRef, useState, type ReactNode } from 'react';
import { sendSignatureFile, signForTest } from '../../api/signing.js';
import type { SigningView } from '../../api/types.js';
import { useSigningTexts } from '../../texts/index.js';
import { Banner, Button, Card, ErrorSummary, Field } from '../../ui/index.js';
import { useFailureText } from '../frame/Failure.js';

interface HowToSignProps {
  readonly draftId: string;
  /** Whether a certificate of the test authority can be had. */
  readonly test: boolean;
  readonly onSigned: (view: SigningView) => void;
}

/** With a file that any tool made; in a demo with a test certificate. */
export function HowToSign({ draftId, test, onSigned }: HowToSignProps): ReactNode {
  const texts = useSigningTexts().how;
  const input = useRef<HTMLInputElement>(null);
  const [attempt, setAttempt] = useState(0);
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const failureText = useFailureText(failure);
  const send = async (call: () => Promise<SigningView>): Promise<void> => {
    setBusy(true);
    setMissing(false);
    setFailure(null);
    try {
      onSigned(await call());
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  const sendFile = (): void => {
    const file = input.current?.files?.[0];
    setAttempt((count) => count + 1);
    if (file) void send(() => sendSignatureFile(draftId, file));
    else setMissing(true);
  };
  return (
    <section className="tz-sign__part" aria-labelledby="how-to-sign">
      <h2 id="how-to-sign" className="tz-heading">
        {texts.title}
      </h2>
      {failure !== null && (
        <Banner tone="error" role="alert" title={texts.refused}>
          <p>{failureText}</p>
        </Banner>
      )}
      {missing && (
        <ErrorSummary lines={[{ controlId: 'signature-file', text: texts.fileMissing }]} attempt={attempt} />
      )}
      {busy && <p role="status">{texts.checking}</p>}
      {test && (
        <Card look="attention" as="section" aria-labelledby="test-signature">
          <h3 id="test-signature" className="tz-sign__way">
            {texts.testTitle}
          </h3>
          <p>{texts.testLead}</p>
          <Button
            look="primary"
            size="large"
            blocked={busy}
            onClick={() => void send(() => signForTest(draftId))}
          >
            {texts.test}
          </Button>
        </Card>
      )}
      <Card as="section" aria-labelledby="file-signature">
        <h3 id="file-signature" className="tz-sign__way">
          {texts.fileTitle}
        </h3>
        <p>{texts.fileLead}</p>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (!busy) sendFile();
          }}
        >
          <Field id="signature-file" label={texts.file} required errors={missing ? [texts.fileMissing] : []}>
            {(control) => (
              <input {...control} ref={input} type="file" accept=".p7s,.p7m" className="tz-sign__file" />
            )}
          </Field>
          <Button type="submit" size="large" blocked={busy}>
            {texts.send}
          </Button>
        </form>
      </Card>
    </section>
  );
}
