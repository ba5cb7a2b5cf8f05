import { useEffect, type ReactNode } from 'react';
import { useFillTexts } from '../../texts/index.js';
import { ButtonLink, Page } from '../../ui/index.js';
import { useSiteName } from '../frame/site-name.js';
import { forgetJournal } from './journal.js';

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
