import { useState, type ReactNode } from 'react';
import { issueGuestSecret } from '../../api/guest.js';
import { useGuestTexts } from '../../texts/index.js';
import { Button, Card } from '../../ui/index.js';
import { FailureBanner } from '../frame/Failure.js';
import { useApplicant } from '../session/use-applicant.js';

/** For guests: the secret by which they find their application again, made when they ask for it and shown once. */
export function SecretCard(): ReactNode {
  const texts = useGuestTexts().secret;
  const { who } = useApplicant();
  const [secret, setSecret] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  if (who === null || who.guestOf === null) return null;
  const issue = async (): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      setSecret((await issueGuestSecret()).secret);
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Card look="attention" as="section" aria-labelledby="secret">
      <div className="tz-stack">
        <h2 id="secret" className="tz-heading">
          {texts.title}
        </h2>
        <p>{texts.lead}</p>
        <div role="status">
          {secret !== null && (
            <p>
              {texts.value}: <strong className="tz-number">{secret}</strong>
            </p>
          )}
        </div>
        {failure !== null && <FailureBanner error={failure} />}
        <p>
          <Button blocked={busy} onClick={() => void issue()}>
            {secret === null ? texts.show : texts.again}
          </Button>
        </p>
        <p className="tz-quiet">{texts.againNote}</p>
        <p className="tz-quiet">{texts.place}</p>
      </div>
    </Card>
  );
}
