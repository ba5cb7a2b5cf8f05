import { useEffect, type ReactNode } from 'react';
import { dateTimeText, useFillTexts, useLanguage } from '../../texts/index.js';
import { Button, ButtonLink, Buttons, Dialog, Page } from '../../ui/index.js';
import { useSiteName } from '../frame/Frame.js';
import { forgetJournal } from './journal.js';

interface ConflictDialogProps {
  readonly hereAt: string | null;
  readonly thereAt: string | null;
  readonly onKeepHere: () => void;
  readonly onOpenSaved: () => void;
}

/** Two sets of answers, one draft: nobody but the applicant can know which is right. */
export function ConflictDialog({ hereAt, thereAt, onKeepHere, onOpenSaved }: ConflictDialogProps): ReactNode {
  const texts = useFillTexts().conflict;
  const language = useLanguage();
  return (
    <Dialog title={texts.title} open onClose={() => undefined}>
      <p>{texts.body}</p>
      {hereAt !== null && <p>{texts.here(dateTimeText(hereAt, language))}</p>}
      {thereAt !== null && <p>{texts.there(dateTimeText(thereAt, language))}</p>}
      <Buttons>
        <Button onClick={onKeepHere}>{texts.keepHere}</Button>
        <Button onClick={onOpenSaved}>{texts.openSaved}</Button>
      </Buttons>
    </Dialog>
  );
}

interface AlreadySubmittedProps {
  readonly applicationId: string;
  readonly draftId: string;
}

export function AlreadySubmitted({ applicationId, draftId }: AlreadySubmittedProps): ReactNode {
  const texts = useFillTexts().submittedElsewhere;
  useEffect(() => forgetJournal(draftId), [draftId]);
  return (
    <Page title={texts.title} site={useSiteName()} focusKey="already-submitted" width="narrow">
      <ButtonLink look="primary" to={`/applications/${applicationId}`}>
        {texts.open}
      </ButtonLink>
    </Page>
  );
}
