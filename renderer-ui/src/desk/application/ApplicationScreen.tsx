import type { ReactNode } from 'react';
import { useSite } from '../../api/queries.js';
import { isRefused } from '../../api/request.js';
import { useParams } from '../../router/index.js';
import { ButtonLink, Page, Spinner } from '../../ui/index.js';
import { useDeskApplication } from '../desk-queries.js';
import { useDeskTexts } from '../desk-texts.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';
import { ApplicationDesk } from './ApplicationDesk.js';

export function ApplicationScreen(): ReactNode {
  const texts = useDeskTexts();
  const { id = '' } = useParams();
  const site = useSite();
  const application = useDeskApplication(id);
  const siteName = site.data?.name ?? texts.product;
  if (application.data) {
    const { number, subject } = application.data;
    return (
      <Page title={`${subject} ${number}`} site={siteName} focusKey={`application ${id}`} ownTitle>
        <ApplicationDesk key={id} application={application.data} />
      </Page>
    );
  }
  const absent = isRefused(application.error, 'not-found');
  const title = absent ? texts.application.notFound : texts.product;
  return (
    <Page title={title} site={siteName} width="narrow" focusKey={`application ${id} ${String(absent)}`}>
      <div className="tz-stack">
        {application.isPending && <Spinner />}
        {absent && <p>{texts.application.notFoundLead}</p>}
        {!absent && <RefusalBanner error={application.error} />}
        <ButtonLink to="/desk">{texts.application.back}</ButtonLink>
      </div>
    </Page>
  );
}
