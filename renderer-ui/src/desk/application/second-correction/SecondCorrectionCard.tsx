import { useState, type FormEvent, type ReactNode } from 'react';
import { permitCorrection } from '../../../api/desk.js';
import type { DeskApplicationView } from '../../../api/types.js';
import { dateTimeText, useCaseTexts, useLanguage } from '../../../texts/index.js';
import { Banner, Button, Field, TextArea } from '../../../ui/index.js';
import { RailCard } from '../rail/RailCard.js';

interface SecondCorrectionCardProps {
  readonly application: DeskApplicationView;
  readonly onPermit: (run: () => Promise<DeskApplicationView>) => void;
}

/** Defects go out in one list; asking again about the same answers takes a supervisor's reason. */
export function SecondCorrectionCard({ application, onPermit }: SecondCorrectionCardProps): ReactNode {
  const texts = useCaseTexts().secondCorrection;
  const language = useLanguage();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { secondCorrection: second } = application;
  if (!second) return null;
  if (second.permission) {
    const { name, reason: why, at } = second.permission;
    return (
      <RailCard title={texts.title}>
        <p>{texts.permitted(name, dateTimeText(at, language))}</p>
        <p className="tz-prewrap">{why}</p>
      </RailCard>
    );
  }
  if (!second.mayPermit) {
    return (
      <Banner tone="info" title={texts.title}>
        <p>{texts.needed}</p>
      </Banner>
    );
  }
  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (reason.trim() === '') return;
    onPermit(() => permitCorrection(application.id, reason.trim()));
  }
  return (
    <RailCard title={texts.title}>
      <form className="tz-stack" onSubmit={submit} noValidate>
        <p className="desk-small">{texts.lead}</p>
        <Field
          label={texts.reason}
          required
          support={texts.reasonHelp}
          errors={tried && reason.trim() === '' ? [texts.reasonMissing] : []}
        >
          {(control) => (
            <TextArea
              {...control}
              rows={3}
              lang="ja"
              maxLength={1000}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        <div>
          <Button type="submit" size="small">
            {texts.permit}
          </Button>
        </div>
      </form>
    </RailCard>
  );
}
