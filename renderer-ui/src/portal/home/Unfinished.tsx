import type { ReactNode } from 'react';
import { useApplications, useDrafts } from '../../api/queries.js';
import { useCatalogueTexts } from '../../texts/catalogue.js';
import { dateText, dateTimeText, useLanguage } from '../../texts/index.js';
import { Banner, ButtonLink } from '../../ui/index.js';
import { useApplicant } from '../session/use-applicant.js';

/** What waits for this applicant, before anything else: corrections first, then what is half filled in. */
export function Unfinished(): ReactNode {
  const texts = useCatalogueTexts();
  const language = useLanguage();
  const signedIn = useApplicant().who !== null;
  const drafts = useDrafts(signedIn).data?.drafts ?? [];
  const applications = useApplications(signedIn).data?.applications ?? [];
  const asked = applications.filter((each) => each.correctionDueOn !== null);
  const started = drafts.filter((each) => each.kind === 'application').slice(0, 1);
  if (asked.length + started.length === 0) return null;
  return (
    <div className="tz-unfinished">
      {asked.map((each) => (
        <Banner key={each.id} tone="warning" title={texts.home.correctionTitle}>
          <p>
            {texts.home.correctionBody(each.procedureTitle, dateText(each.correctionDueOn ?? '', language))}
          </p>
          <ButtonLink size="small" to={`/applications/${each.id}`}>
            {texts.home.correctionAction}
          </ButtonLink>
        </Banner>
      ))}
      {started.map((each) => (
        <Banner key={each.id} tone="info" title={texts.home.continueTitle}>
          <p>{texts.home.continueBody(each.procedureTitle, dateTimeText(each.savedAt, language))}</p>
          <ButtonLink size="small" to={`/drafts/${each.id}`}>
            {texts.home.continueAction}
          </ButtonLink>
        </Banner>
      ))}
    </div>
  );
}
