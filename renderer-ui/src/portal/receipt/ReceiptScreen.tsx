import type { ReactNode } from 'react';
import { noticeAddress } from '../../api/applications.js';
import { answersAddress, receiptAddress } from '../../api/mine.js';
import { useApplication } from '../../api/queries.js';
import type { ApplicantApplicationView } from '../../api/types.js';
import { useParams } from '../../router/index.js';
import { exactTimeText, useSendingTexts, useLanguage } from '../../texts/index.js';
import { ButtonAnchor, ButtonLink, Buttons, DescriptionList, Icon, Page, Spinner } from '../../ui/index.js';
import { FailurePage, LoadingPage } from '../frame/Failure.js';
import { useSiteName } from '../frame/Frame.js';
import { SecretCard } from '../guest/SecretCard.js';
import { RequireApplicant } from '../session/RequireApplicant.js';
import type { Applicant } from '../session/use-applicant.js';

export function ReceiptScreen(): ReactNode {
  const texts = useSendingTexts();
  return (
    <RequireApplicant title={texts.receipt.title}>{(who) => <LoadReceipt who={who} />}</RequireApplicant>
  );
}

function LoadReceipt({ who }: { readonly who: Applicant }): ReactNode {
  const texts = useSendingTexts();
  const { applicationId = '' } = useParams();
  const application = useApplication(applicationId);
  if (application.isError) {
    return <FailurePage error={application.error} onRetry={() => void application.refetch()} />;
  }
  if (!application.data) return <LoadingPage title={texts.receipt.title} />;
  return <ReceiptPage application={application.data} who={who} />;
}

/** The first document of an application is the confirmation of its arrival. */
function receiptNotice(application: ApplicantApplicationView) {
  return application.notices
    .filter((notice) => notice.kind === 'notice')
    .sort((a, b) => a.createdAt.localeCompare(b.createdAt))[0];
}

interface ReceiptPageProps {
  readonly application: ApplicantApplicationView;
  readonly who: Applicant;
}

function ReceiptPage({ application, who }: ReceiptPageProps): ReactNode {
  const texts = useSendingTexts().receipt;
  const language = useLanguage();
  const notice = receiptNotice(application);
  return (
    <Page title={texts.title} site={useSiteName()} focusKey="receipt" width="narrow" ownTitle>
      <div className="tz-receipt__head">
        <Icon name="success" className="tz-receipt__mark" />
        <h1 className="tz-title" tabIndex={-1}>
          {texts.title}
        </h1>
        <p>{texts.lead}</p>
      </div>
      <div className="tz-receipt__number">
        <p>{texts.number}</p>
        <p className="tz-receipt__digits tz-number" data-testid="application-number">
          {application.number}
        </p>
        <p className="tz-quiet">{texts.numberNote}</p>
      </div>
      <DescriptionList
        rows={[
          { key: 'at', term: texts.submittedAt, value: exactTimeText(application.submittedAt, language) },
          { key: 'procedure', term: texts.procedure, value: application.procedureTitle },
          { key: 'subject', term: texts.subject, value: application.subject },
          { key: 'files', term: texts.attachments, value: texts.files(application.attachments.length) },
        ]}
      />
      <div className="tz-receipt__pdf">
        <ButtonAnchor href={receiptAddress(application.id, 1, language)} download>
          <Icon name="download" />
          {texts.receiptPdf}
        </ButtonAnchor>
        <ButtonAnchor href={answersAddress(application.id, language)} download>
          <Icon name="download" />
          {texts.answersPdf}
        </ButtonAnchor>
        {notice?.pdf && notice.state !== 'queued' ? (
          <ButtonAnchor href={noticeAddress(notice.id)} download>
            <Icon name="download" />
            {texts.pdf}
          </ButtonAnchor>
        ) : (
          notice && <Spinner label={texts.pdfPreparing} />
        )}
      </div>
      <SecretCard />
      <section>
        <h2 className="tz-heading">{texts.next}</h2>
        <ol className="tz-numbered">
          {texts.nextSteps(who.mail, application.clock.limit).map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </section>
      <Buttons>
        <ButtonLink look="primary" size="large" to={`/applications/${application.id}`}>
          {texts.status}
        </ButtonLink>
        <ButtonLink size="large" to="/applications">
          {texts.mine}
        </ButtonLink>
      </Buttons>
    </Page>
  );
}
