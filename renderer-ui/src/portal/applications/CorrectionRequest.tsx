import { useState, type ReactNode } from 'react';
import { openCorrection } from '../../api/applications.js';
import type { ApplicantApplicationView } from '../../api/types.js';
import { useNavigate } from '../../router/index.js';
import { dateText, useApplicationsTexts, useLanguage } from '../../texts/index.js';
import { Banner, Button } from '../../ui/index.js';
import { FailureBanner } from '../frame/Failure.js';

interface CorrectionRequestProps {
  readonly applicationId: string;
  readonly correction: NonNullable<ApplicantApplicationView['correction']>;
}

/** What the office asks for, point by point, before anything else on the page. */
export function CorrectionRequest({ applicationId, correction }: CorrectionRequestProps): ReactNode {
  const texts = useApplicationsTexts();
  const language = useLanguage();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const open = async (): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      const draft = await openCorrection(applicationId);
      await navigate(`/drafts/${draft.id}`);
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  return (
    <div className="tz-application__correction">
      <Banner tone="warning" title={texts.correction.title}>
        <p>
          <strong>{texts.correction.due(dateText(correction.dueOn, language))}</strong>
        </p>
        {correction.late && <p>{texts.correction.late}</p>}
        {correction.unanswered !== null && !correction.late && (
          <p>{texts.correction.unanswered(correction.unanswered)}</p>
        )}
        {correction.note !== '' && <p className="tz-prewrap">{correction.note}</p>}
        <dl className="tz-points" aria-label={texts.correction.list}>
          {correction.targets.map((target) => (
            <div key={target.path}>
              <dt>{target.label}</dt>
              <dd className="tz-prewrap">{target.comment}</dd>
            </div>
          ))}
        </dl>
        <Button look="primary" size="large" blocked={busy} onClick={() => void open()}>
          {correction.draftId === null ? texts.correctionAction : texts.correctionContinue}
        </Button>
        {failure !== null && <FailureBanner error={failure} />}
      </Banner>
    </div>
  );
}
