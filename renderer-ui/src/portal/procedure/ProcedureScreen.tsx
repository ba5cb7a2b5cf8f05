import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { useProcedure } from '../../api/queries.js';
import type { ProcedureView } from '../../api/types.js';
import { dateTimeText, useLanguage, usePortalTexts } from '../../texts/index.js';
import { DescriptionList, Disclosure, Page, StatusChip, type DescriptionRow } from '../../ui/index.js';
import { FavouriteButton } from '../favourites/FavouriteButton.js';
import { FailurePage, LoadingPage } from '../frame/Failure.js';
import { useSiteName } from '../frame/Frame.js';
import { Contact } from './Contact.js';
import { StartPanel } from './StartPanel.js';

export function ProcedureScreen(): ReactNode {
  const { procedureId = '' } = useParams();
  const procedure = useProcedure(procedureId);
  if (procedure.isError)
    return <FailurePage error={procedure.error} onRetry={() => void procedure.refetch()} />;
  if (!procedure.data) return <LoadingPage title="" />;
  return <ProcedurePage procedure={procedure.data} />;
}

function ProcedurePage({ procedure }: { readonly procedure: ProcedureView }): ReactNode {
  const texts = usePortalTexts();
  const site = useSiteName();
  return (
    <Page
      title={procedure.title}
      over={procedure.category}
      site={site}
      focusKey={procedure.id}
      theme={procedure.themeColor}
    >
      <div className="tz-procedure">
        <div className="tz-procedure__body tz-stack">
          <p className="tz-lead">{procedure.summary}</p>
          <section>
            <h2 className="tz-heading">{texts.procedure.overview}</h2>
            <DescriptionList rows={useOverview(procedure)} />
          </section>
          <Documents procedure={procedure} />
          <section>
            <h2 className="tz-heading">{texts.procedure.pages}</h2>
            <p className="tz-quiet">{texts.procedure.pagesLead}</p>
            <ol className="tz-numbered">
              {procedure.pages.map((page) => (
                <li key={page.name}>{page.title}</li>
              ))}
            </ol>
          </section>
          {procedure.criteria.length > 0 && (
            <section>
              <h2 className="tz-heading">{texts.procedure.criteria}</h2>
              <Disclosure summary={texts.procedure.criteriaCount(procedure.criteria.length)}>
                <DescriptionList
                  rows={procedure.criteria.map((one) => ({ key: one.id, term: one.title, value: one.text }))}
                />
              </Disclosure>
            </section>
          )}
          <section>
            <h2 className="tz-heading">{texts.procedure.contact}</h2>
            <Contact contact={procedure.contact} />
          </section>
        </div>
        <aside className="tz-procedure__start" aria-label={texts.procedure.start}>
          <StartPanel procedure={procedure} />
          <FavouriteButton procedureId={procedure.id} />
        </aside>
      </div>
    </Page>
  );
}

function useOverview(procedure: ProcedureView): DescriptionRow[] {
  const texts = usePortalTexts().procedure;
  const states = usePortalTexts().home.states;
  const language = useLanguage();
  return [
    {
      key: 'audience',
      term: texts.audience,
      value: procedure.audience.map((each) => texts.audiences[each]).join(language === 'ja' ? '、' : ', '),
    },
    {
      key: 'window',
      term: texts.acceptance,
      value: (
        <>
          <p>
            <StatusChip tone={procedure.state === 'open' ? 'done' : 'quiet'}>
              {states[procedure.state]}
            </StatusChip>
          </p>
          <p>
            {texts.window(
              dateTimeText(procedure.opensAt, language),
              dateTimeText(procedure.closesAt, language),
            )}
          </p>
          {procedure.windowExtended && <p>{texts.extended}</p>}
        </>
      ),
    },
    { key: 'fee', term: texts.fee, value: procedure.fee ?? texts.noFee },
    { key: 'days', term: texts.processing, value: texts.processingDays(procedure.standardProcessingDays) },
    { key: 'department', term: texts.department, value: procedure.department },
    {
      key: 'basis',
      term: texts.basis,
      value: (
        <ul>
          {procedure.legalBasis.map((law) => (
            <li key={law.title + law.article}>
              {law.title} {law.article}
            </li>
          ))}
        </ul>
      ),
    },
    ...(procedure.paperAlternative === null
      ? []
      : [{ key: 'paper', term: texts.paper, value: procedure.paperAlternative }]),
  ];
}

function Documents({ procedure }: { readonly procedure: ProcedureView }): ReactNode {
  const texts = usePortalTexts().procedure;
  const always = procedure.attachments.filter((one) => !one.conditional);
  const conditional = procedure.attachments.filter((one) => one.conditional);
  return (
    <section>
      <h2 className="tz-heading">{texts.documents}</h2>
      <p className="tz-quiet">
        {procedure.attachments.length === 0 ? texts.noDocuments : texts.documentsLead}
      </p>
      {[
        { title: texts.always, list: always },
        { title: texts.conditional, list: conditional },
      ]
        .filter(({ list }) => list.length > 0)
        .map(({ title, list }) => (
          <div key={title} className="tz-documents">
            <h3 className="tz-documents__who">{title}</h3>
            <ul className="tz-documents__list">
              {list.map((one) => (
                <li key={one.title}>
                  <strong>{one.title}</strong>
                  {one.description !== null && <p className="tz-quiet">{one.description}</p>}
                </li>
              ))}
            </ul>
          </div>
        ))}
    </section>
  );
}
