import { useState, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useProcedures } from '../../api/queries.js';
import type { ProcedureListItem } from '../../api/types.js';
import { usePortalTexts } from '../../texts/index.js';
import { ChoiceBox, Field, Icon, Page, PageTitle, Spinner, TextInput } from '../../ui/index.js';
import { NewsPanel } from '../announcements/NewsPanel.js';
import { FailureBanner } from '../frame/Failure.js';
import { useSiteName } from '../frame/Frame.js';
import { selectProcedures, type AudienceFilter } from './catalogue.js';
import { ProcedureCard } from './ProcedureCard.js';
import { Unfinished } from './Unfinished.js';

const AUDIENCES: readonly AudienceFilter[] = ['all', 'individual', 'business'];

export function HomeScreen(): ReactNode {
  const texts = usePortalTexts();
  const site = useSiteName();
  const procedures = useProcedures();
  const [query, setQuery] = useSearchParams();
  const [words, setWords] = useState('');
  const audience = AUDIENCES.find((each) => each === query.get('for')) ?? 'all';
  const view = selectProcedures(procedures.data?.procedures ?? [], words, audience);
  return (
    <Page title={texts.home.title} site={site} focusKey="home" width="full" ownTitle>
      <div className="tz-hero">
        <div className="tz-hero__inner">
          <PageTitle>{texts.home.title}</PageTitle>
          <p className="tz-hero__lead">{texts.home.lead}</p>
          <form role="search" className="tz-hero__search" onSubmit={(event) => event.preventDefault()}>
            <Field label={texts.home.search} support={texts.home.searchSupport}>
              {(control) => (
                <div className="tz-search">
                  <Icon name="search" />
                  <TextInput
                    {...control}
                    type="search"
                    autoComplete="off"
                    value={words}
                    onChange={(event) => setWords(event.target.value)}
                  />
                </div>
              )}
            </Field>
            <fieldset>
              <legend className="tz-field__label">{texts.home.audience}</legend>
              <div className="tz-hero__audiences">
                {AUDIENCES.map((each) => (
                  <ChoiceBox
                    key={each}
                    kind="radio"
                    name="audience"
                    checked={audience === each}
                    onChange={() => setQuery(each === 'all' ? {} : { for: each }, { replace: true })}
                  >
                    {texts.home.audiences[each]}
                  </ChoiceBox>
                ))}
              </div>
            </fieldset>
          </form>
        </div>
      </div>
      <div className="tz-main tz-main--wide tz-home">
        <Unfinished />
        <NewsPanel />
        <p className="tz-quiet" role="status">
          {procedures.data && texts.home.found(view.open.length + view.others.length)}
        </p>
        {procedures.isPending && <Spinner />}
        {procedures.isError && <FailureBanner error={procedures.error} />}
        {procedures.data && view.open.length + view.others.length === 0 && <p>{texts.home.none}</p>}
        <ProcedureGroup title={texts.home.accepting} procedures={view.open} />
        <ProcedureGroup title={texts.home.others} procedures={view.others} />
      </div>
    </Page>
  );
}

interface ProcedureGroupProps {
  readonly title: string;
  readonly procedures: readonly ProcedureListItem[];
}

function ProcedureGroup({ title, procedures }: ProcedureGroupProps): ReactNode {
  if (procedures.length === 0) return null;
  return (
    <section>
      <h2 className="tz-heading">{title}</h2>
      <ul className="tz-home__grid">
        {procedures.map((procedure) => (
          <ProcedureCard key={procedure.id} procedure={procedure} />
        ))}
      </ul>
    </section>
  );
}
