import { Link, useParams } from '../../router/index.js';
import './procedure.css';
import type { ReactNode } from 'react';
import { useProcedure } from '../../api/queries.js';
import type { ProcedureView } from '../../api/types.js';
import { useProcedureTexts } from '../../texts/procedure.js';
import { ButtonLink, DescriptionList, Disclosure, Page } from '../../ui/index.js';
import { FavouriteButton } from '../favourites/FavouriteButton.js';
import { FailurePage, LoadingPage } from '../frame/Failure.js';
import { useSiteName } from '../frame/site-name.js';
import { Contact } from './Contact.js';
import { Documents } from './Documents.js';
import { StartPanel } from './StartPanel.js';
import { useOverview } from './use-overview.js';

export function ProcedureScreen(): ReactNode {
  const { overview } = useProcedureTexts();
  const { procedureId = '' } = useParams();
  const procedure = useProcedure(procedureId);
  if (procedure.isError)
    return <FailurePage error={procedure.error} onRetry={() => void procedure.refetch()} />;
  if (!procedure.data) return <LoadingPage title={overview} />;
  return <ProcedurePage procedure={procedure.data} />;
}

interface ProcedureProps {
  readonly procedure: ProcedureView;
}

function ProcedurePage({ procedure }: ProcedureProps): ReactNode {
  const texts = useProcedureTexts();
  return (
    <Page
      title={procedure.title}
      over={procedure.category}
      site={useSiteName()}
      focusKey={procedure.id}
      theme={procedure.themeColor}
    >
      <div className="tz-procedure">
        <div className="tz-procedure__body tz-stack">
          <p className="tz-lead">{procedure.summary}</p>
          <section>
            <h2 className="tz-heading">{texts.overview}</h2>
            <DescriptionList rows={useOverview(procedure)} />
          </section>
          <Documents procedure={procedure} />
          <section>
            <h2 className="tz-heading">{texts.pages}</h2>
            <p className="tz-quiet">{texts.pagesLead}</p>
            <ol className="tz-numbered">
              {procedure.pages.map((page) => (
                <li key={page.name}>{page.title}</li>
              ))}
            </ol>
            <p>
              <Link to={`/procedures/${procedure.id}/questions`}>{texts.allQuestions}</Link>
            </p>
          </section>
          {procedure.hasStatistics && (
            <p>
              <Link to={`/procedures/${procedure.id}/statistics`}>{texts.statistics}</Link>
            </p>
          )}
          <Criteria procedure={procedure} />
          <Faq procedure={procedure} />
          <DataUse procedure={procedure} />
          <section>
            <h2 className="tz-heading">{texts.contact}</h2>
            <Contact contact={procedure.contact} />
          </section>
        </div>
        <aside className="tz-procedure__start" aria-label={texts.aside}>
          <StartPanel procedure={procedure} />
          <div className="tz-before-start">
            {procedure.hasCheck && (
              <ButtonLink to={`/procedures/${procedure.id}/check`}>{texts.checkFirst}</ButtonLink>
            )}
            <ButtonLink to={`/procedures/${procedure.id}/questions`}>{texts.readFirst}</ButtonLink>
            <FavouriteButton procedureId={procedure.id} />
          </div>
        </aside>
      </div>
    </Page>
  );
}

function Criteria({ procedure }: ProcedureProps): ReactNode {
  const texts = useProcedureTexts();
  const { criteria, legalBasis } = procedure;
  return (
    <section>
      <h2 className="tz-heading">{texts.criteria}</h2>
      {criteria.length > 0 && (
        <Disclosure summary={texts.criteriaCount(criteria.length)}>
          <DescriptionList
            rows={criteria.map((one) => ({ key: one.id, term: one.title, value: one.text }))}
          />
        </Disclosure>
      )}
      {legalBasis.length > 0 && (
        <>
          <h3 className="tz-documents__who">{texts.basis}</h3>
          <ul className="tz-bulleted">
            {legalBasis.map((law) => (
              <li key={law.title + law.article}>
                {law.title} {law.article}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Faq({ procedure }: ProcedureProps): ReactNode {
  const texts = useProcedureTexts();
  if (procedure.faq.length === 0) return null;
  return (
    <section>
      <h2 className="tz-heading">{texts.faq}</h2>
      {procedure.faq.map(({ question, answer }) => (
        <Disclosure key={question} summary={question}>
          <p>{answer}</p>
        </Disclosure>
      ))}
    </section>
  );
}

function DataUse({ procedure }: ProcedureProps): ReactNode {
  const texts = useProcedureTexts();
  return (
    <section>
      <h2 className="tz-heading">{texts.data}</h2>
      <p>{texts.dataKept(procedure.retentionYears)}</p>
      {procedure.purposes.length > 0 && (
        <Disclosure summary={texts.purposes(procedure.purposes.length)}>
          <ul className="tz-bulleted">
            {procedure.purposes.map((purpose) => (
              <li key={purpose}>{purpose}</li>
            ))}
          </ul>
        </Disclosure>
      )}
      <p>
        <Link to="/privacy">{texts.dataMore}</Link>
      </p>
    </section>
  );
}
