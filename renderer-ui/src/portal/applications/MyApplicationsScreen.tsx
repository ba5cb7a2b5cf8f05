import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useApplications, useDrafts } from '../../api/queries.js';
import type { ApplicationListItem } from '../../api/types.js';
import { dateText, dateTimeText, useApplicationsTexts, useLanguage } from '../../texts/index.js';
import { Banner, ButtonLink, Card, Page, Spinner, StatusChip } from '../../ui/index.js';
import { FailureBanner } from '../frame/Failure.js';
import { useSiteName } from '../frame/Frame.js';
import { RequireApplicant } from '../session/RequireApplicant.js';
import { DraftCard } from './DraftCard.js';

export function MyApplicationsScreen(): ReactNode {
  const texts = useApplicationsTexts();
  return <RequireApplicant title={texts.title}>{() => <MyApplications />}</RequireApplicant>;
}

function MyApplications(): ReactNode {
  const texts = useApplicationsTexts();
  const drafts = useDrafts(true);
  const applications = useApplications(true);
  const failure = drafts.error ?? applications.error;
  const started = drafts.data?.drafts ?? [];
  const submitted = applications.data?.applications ?? [];
  return (
    <Page title={texts.title} site={useSiteName()} focusKey="applications">
      {failure !== null && <FailureBanner error={failure} />}
      {(drafts.isPending || applications.isPending) && <Spinner />}
      {started.length > 0 && (
        <section className="tz-mine__section">
          <h2 className="tz-heading">{texts.drafts}</h2>
          <ul className="tz-mine__list">
            {started.map((draft) => (
              <DraftCard key={draft.id} draft={draft} />
            ))}
          </ul>
        </section>
      )}
      <section className="tz-mine__section">
        <h2 className="tz-heading">{texts.submitted}</h2>
        {applications.data && submitted.length === 0 && (
          <Card look="quiet">
            <div className="tz-stack">
              <p>{texts.none}</p>
              <ButtonLink to="/">{texts.noneAction}</ButtonLink>
            </div>
          </Card>
        )}
        <ul className="tz-mine__list">
          {submitted.map((application) => (
            <ApplicationCard key={application.id} application={application} />
          ))}
        </ul>
      </section>
    </Page>
  );
}

function ApplicationCard({ application }: { readonly application: ApplicationListItem }): ReactNode {
  const texts = useApplicationsTexts();
  const language = useLanguage();
  const to = `/applications/${application.id}`;
  return (
    <Card as="li" look={application.correctionDueOn === null ? 'plain' : 'attention'}>
      <p>
        <StatusChip tone={application.status.tone}>{application.status.label}</StatusChip>
      </p>
      <h3 className="tz-mine__title">
        <Link to={to}>{application.procedureTitle}</Link>
      </h3>
      <p className="tz-mine__subject">{application.subject}</p>
      <p className="tz-quiet">{application.status.explanation}</p>
      <dl className="tz-mine__facts">
        <div>
          <dt>{texts.number}</dt>
          <dd className="tz-number">{application.number}</dd>
        </div>
        <div>
          <dt>{texts.submittedAt}</dt>
          <dd>{dateTimeText(application.submittedAt, language)}</dd>
        </div>
      </dl>
      {application.correctionDueOn !== null && (
        <Banner tone="warning" title={texts.correctionDue(dateText(application.correctionDueOn, language))}>
          <ButtonLink look="primary" size="small" to={to}>
            {texts.correctionAction}
          </ButtonLink>
        </Banner>
      )}
    </Card>
  );
}
