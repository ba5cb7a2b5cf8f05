import { useLocation, useParams } from '../../router/index.js';
import './application.css';
import { useQuery, useQueryClient } from '../../api/query/index.js';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { attachmentAddress } from '../../api/applications.js';
import { keys, useApplication } from '../../api/queries.js';
import type { ApplicantApplicationView } from '../../api/types.js';
import { AnswersView, loadForm } from '../../form/index.js';
import { useApplicationsTexts, useSendingTexts, useLanguage } from '../../texts/index.js';
import { Banner, Button, Disclosure, Page, Spinner } from '../../ui/index.js';
import { FailureBanner, FailurePage, LoadingPage } from '../frame/Failure.js';
import { useSiteName } from '../frame/Frame.js';
import { Contact } from '../procedure/Contact.js';
import { SecretCard } from '../guest/SecretCard.js';
import { RequireApplicant } from '../session/RequireApplicant.js';
import { ChangedByOffice } from './ChangedByOffice.js';
import { CorrectionRequest } from './CorrectionRequest.js';
import { Notices } from './Notices.js';
import { Papers } from './Papers.js';
import { Period } from './Period.js';
import { Readings } from './Readings.js';
import { SignaturesKept } from './SignaturesKept.js';
import { Status } from './Status.js';
import { Steps } from './Steps.js';
import { WithdrawDialog } from './WithdrawDialog.js';

/** Few procedures visit anybody. */
const OwnVisits = lazy(async () => ({ default: (await import('./visits/OwnVisits.js')).OwnVisits }));

export function ApplicationScreen(): ReactNode {
  const texts = useApplicationsTexts();
  return <RequireApplicant title={texts.title}>{() => <LoadApplication />}</RequireApplicant>;
}

function LoadApplication(): ReactNode {
  const texts = useApplicationsTexts();
  const { applicationId = '' } = useParams();
  const application = useApplication(applicationId);
  if (application.isError) {
    return <FailurePage error={application.error} onRetry={() => void application.refetch()} />;
  }
  if (!application.data) return <LoadingPage title={texts.title} />;
  return <ApplicationPage application={application.data} />;
}

function ApplicationPage({ application }: { readonly application: ApplicantApplicationView }): ReactNode {
  const texts = useApplicationsTexts();
  const sendingTexts = useSendingTexts();
  const queries = useQueryClient();
  const { state } = useLocation() as { readonly state: { readonly corrected?: boolean } | null };
  const [withdrawing, setWithdrawing] = useState(false);
  const [withdrawn, setWithdrawn] = useState(false);
  return (
    <Page
      title={application.procedureTitle}
      over={texts.page.over(application.number)}
      site={useSiteName()}
      focusKey={application.id}
    >
      <p className="tz-mine__subject">{application.subject}</p>
      {state?.corrected === true && application.correction === null && (
        <Banner tone="success" role="status" title={sendingTexts.correction.submitted} />
      )}
      {withdrawn && <Banner tone="success" role="status" title={texts.page.withdrawn} />}
      {application.correction && (
        <CorrectionRequest applicationId={application.id} correction={application.correction} />
      )}
      <div className="tz-application">
        <div className="tz-application__main">
          <Status application={application} />
          {application.visits.length > 0 && (
            <Suspense fallback={<Spinner />}>
              <OwnVisits applicationId={application.id} />
            </Suspense>
          )}
          <ChangedByOffice changed={application.changedByOffice} />
          <section aria-labelledby="notices">
            <h2 id="notices" className="tz-heading tz-heading--section">
              {texts.page.notices}
            </h2>
            <Notices
              notices={application.notices}
              onOpened={() => void queries.invalidateQueries({ queryKey: keys.application(application.id) })}
            />
          </section>
          <section aria-labelledby="steps">
            <h2 id="steps" className="tz-heading tz-heading--section">
              {texts.page.steps}
            </h2>
            <Steps
              steps={application.steps}
              written={application.messages.written}
              visits={application.visits}
              messages={`/applications/${application.id}/messages`}
              ahead={application.ahead}
            />
          </section>
          <section aria-labelledby="answers">
            <h2 id="answers" className="tz-heading tz-heading--section">
              {texts.page.answers}
            </h2>
            <Disclosure summary={texts.page.showAnswers}>
              <SubmittedAnswers application={application} />
            </Disclosure>
            <Papers application={application} />
          </section>
          <SignaturesKept applicationId={application.id} />
          <section aria-labelledby="readings">
            <h2 id="readings" className="tz-heading tz-heading--section">
              {texts.readings.title}
            </h2>
            <Readings applicationId={application.id} />
          </section>
        </div>
        <aside className="tz-application__side" aria-label={texts.page.period}>
          <Period application={application} />
          <SecretCard />
          <section>
            <h2 className="tz-heading">{texts.page.contact}</h2>
            <Contact contact={application.contact} />
          </section>
          {application.canWithdraw && (
            <Button look="danger" size="small" onClick={() => setWithdrawing(true)}>
              {texts.page.withdraw}
            </Button>
          )}
        </aside>
      </div>
      <WithdrawDialog
        applicationId={application.id}
        open={withdrawing}
        onClose={() => setWithdrawing(false)}
        onWithdrawn={() => setWithdrawn(true)}
      />
    </Page>
  );
}

function SubmittedAnswers({ application }: { readonly application: ApplicantApplicationView }): ReactNode {
  const language = useLanguage();
  const form = useQuery({
    queryKey: ['form', application.versionHash],
    queryFn: () => loadForm(application.versionHash),
    staleTime: Infinity,
  });
  if (form.isError) return <FailureBanner error={form.error} />;
  if (!form.data) return <Spinner />;
  const attachments = new Map(application.attachments.map((one) => [one.id, one]));
  return (
    <AnswersView
      form={form.data[language].form}
      answers={application.answers}
      files={{ attachments, address: attachmentAddress }}
      level={3}
    />
  );
}
