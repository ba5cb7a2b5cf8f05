import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useLocation, useParams } from 'react-router';
import { attachmentAddress } from '../../api/applications.js';
import { useApplication } from '../../api/queries.js';
import type { ApplicantApplicationView } from '../../api/types.js';
import { AnswersView, loadForm } from '../../form/index.js';
import {
  dateText,
  dateTimeText,
  useApplicationsTexts,
  useFillTexts,
  useLanguage,
} from '../../texts/index.js';
import {
  Banner,
  Button,
  DescriptionList,
  Disclosure,
  Page,
  Spinner,
  StatusChip,
  Timeline,
} from '../../ui/index.js';
import { FailureBanner, FailurePage, LoadingPage } from '../frame/Failure.js';
import { useSiteName } from '../frame/Frame.js';
import { Contact } from '../procedure/Contact.js';
import { RequireApplicant } from '../session/RequireApplicant.js';
import { CorrectionRequest } from './CorrectionRequest.js';
import { Notices } from './Notices.js';
import { WithdrawDialog } from './WithdrawDialog.js';

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
  const fillTexts = useFillTexts();
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
        <Banner tone="success" role="status" title={fillTexts.correction.submitted} />
      )}
      {withdrawn && <Banner tone="success" role="status" title={texts.page.withdrawn} />}
      {application.correction && (
        <CorrectionRequest applicationId={application.id} correction={application.correction} />
      )}
      <div className="tz-application">
        <div className="tz-application__main">
          <section className="tz-card" aria-labelledby="status">
            <h2 id="status" className="tz-heading">
              {texts.page.status}
            </h2>
            <p className="tz-application__status">
              <StatusChip tone={application.status.tone}>{application.status.label}</StatusChip>
            </p>
            <p>{application.status.explanation}</p>
            {application.highlights.length > 0 && (
              <DescriptionList
                rows={application.highlights.map(({ title, text }) => ({
                  key: title,
                  term: title,
                  value: text,
                }))}
              />
            )}
          </section>
          <section aria-labelledby="notices">
            <h2 id="notices" className="tz-heading tz-heading--section">
              {texts.page.notices}
            </h2>
            <Notices notices={application.notices} />
          </section>
          <section aria-labelledby="steps">
            <h2 id="steps" className="tz-heading tz-heading--section">
              {texts.page.steps}
            </h2>
            <Steps steps={application.steps} />
          </section>
          <section aria-labelledby="answers">
            <h2 id="answers" className="tz-heading tz-heading--section">
              {texts.page.answers}
            </h2>
            <Disclosure summary={texts.page.showAnswers}>
              <SubmittedAnswers application={application} />
            </Disclosure>
          </section>
        </div>
        <aside className="tz-application__side" aria-label={texts.page.period}>
          <Period application={application} />
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

/** Newest first. */
function Steps({ steps }: { readonly steps: ApplicantApplicationView['steps'] }): ReactNode {
  const texts = useApplicationsTexts().page;
  const language = useLanguage();
  const newestFirst = [...steps].reverse();
  const timeOf = (step: (typeof steps)[number]): string => {
    const at = dateTimeText(step.at, language);
    return step.byApplicant ? texts.byYou(at) : at;
  };
  return (
    <Timeline
      entries={newestFirst.map((step, index) => ({
        key: `${step.at}-${index}`,
        time: timeOf(step),
        title: step.title,
        body: (
          <>
            {step.status.label !== step.title && (
              <p>
                <StatusChip tone={step.status.tone}>{step.status.label}</StatusChip>
              </p>
            )}
            {step.publicReason !== null && (
              <div className="tz-application__reason">
                <p className="tz-quiet">{texts.reason}</p>
                <p className="tz-prewrap">{step.publicReason}</p>
              </div>
            )}
          </>
        ),
      }))}
    />
  );
}

function Period({ application }: { readonly application: ApplicantApplicationView }): ReactNode {
  const texts = useApplicationsTexts().page;
  const language = useLanguage();
  const { used, limit, extended, limitOn, outlook, forecastOn, days } = application.clock;
  return (
    <section>
      <h2 id="period" className="tz-heading">
        {texts.period}
      </h2>
      <p className="tz-application__days tz-number">{texts.periodUsed(used, limit)}</p>
      <progress className="tz-progress" value={Math.min(used, limit)} max={limit} aria-labelledby="period" />
      {extended > 0 && <p>{texts.extended(extended)}</p>}
      {limitOn !== null && outlook !== 'late' && <p>{texts.expectedBy(dateText(limitOn, language))}</p>}
      {outlook === 'late' && limitOn !== null && (
        <p>
          {texts.late}
          {forecastOn !== null && texts.forecast(dateText(forecastOn, language))}
        </p>
      )}
      <p className="tz-quiet">{texts.periodNote[days]}</p>
    </section>
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
