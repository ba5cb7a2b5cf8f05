import { useRef, useState, type ReactNode } from 'react';
import { sendSignatureFile, signForTest } from '../../api/signing.js';
import type { SigningView } from '../../api/types.js';
import { useSigningTexts } from '../../texts/index.js';
import { Banner, Button, Card, Disclosure, Icon } from '../../ui/index.js';
import { useFailureText } from '../frame/Failure.js';

interface HowToSignProps {
  readonly draftId: string;
  readonly view: Pick<SigningView, 'test' | 'issuers'>;
  readonly onSigned: (view: SigningView) => void;
}

/** With a file that any tool made; in a demo with a test certificate. */
export function HowToSign({ draftId, view, onSigned }: HowToSignProps): ReactNode {
  const texts = useSigningTexts().how;
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const failureText = useFailureText(failure);
  const send = async (call: () => Promise<SigningView>): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      onSigned(await call());
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="tz-flow" aria-labelledby="how-to-sign">
      <h2 id="how-to-sign" className="tz-heading">
        {texts.title}
      </h2>
      <div role="status">{busy && <p>{texts.checking}</p>}</div>
      {failure !== null && (
        <Banner tone="error" role="alert" title={texts.refused}>
          <p>{failureText}</p>
        </Banner>
      )}
      {view.test && (
        <Card look="attention" as="section" aria-labelledby="test-signature">
          <div className="tz-flow">
            <h3 id="test-signature" className="tz-subheading">
              {texts.testTitle}
            </h3>
            <p>{texts.testLead}</p>
            <p>
              <Button
                look="primary"
                size="large"
                blocked={busy}
                onClick={() => void send(() => signForTest(draftId))}
              >
                {texts.test}
              </Button>
            </p>
          </div>
        </Card>
      )}
      <Card as="section" aria-labelledby="file-signature">
        <div className="tz-flow">
          <h3 id="file-signature" className="tz-subheading">
            {texts.fileTitle}
          </h3>
          <ol className="tz-sign__steps">
            {texts.fileSteps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          <FileButton blocked={busy} onPick={(file) => void send(() => sendSignatureFile(draftId, file))} />
          <Disclosure summary={texts.certificateTitle}>
            <div className="tz-flow">
              {texts.certificate.map((line) => (
                <p key={line}>{line}</p>
              ))}
              {view.issuers.length > 0 && (
                <div>
                  <p>{texts.issuers}</p>
                  <ul className="tz-bullets">
                    {view.issuers.map((name) => (
                      <li key={name}>{name}</li>
                    ))}
                  </ul>
                </div>
              )}
            </div>
          </Disclosure>
        </div>
      </Card>
    </section>
  );
}

interface FileButtonProps {
  readonly blocked: boolean;
  readonly onPick: (file: File) => void;
}

/** A real button that opens the picker; the native control speaks the browser's own words. */
function FileButton({ blocked, onPick }: FileButtonProps): ReactNode {
  const texts = useSigningTexts().how;
  const input = useRef<HTMLInputElement>(null);
  const [name, setName] = useState<string | null>(null);
  return (
    <div>
      <input
        ref={input}
        hidden
        type="file"
        accept=".p7s,.p7m"
        data-picker="signature-file"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (!file) return;
          setName(file.name);
          onPick(file);
          event.target.value = '';
        }}
      />
      <Button
        id="signature-file"
        size="large"
        blocked={blocked}
        aria-describedby="signature-kind"
        onClick={() => input.current?.click()}
      >
        <Icon name="file" />
        {texts.file}
      </Button>
      <p id="signature-kind" className="tz-quiet tz-sign__kind">
        {name === null ? texts.fileKind : texts.chosen(name)}
      </p>
    </div>
  );
}
