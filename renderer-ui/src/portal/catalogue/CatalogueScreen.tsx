import { Link, useSearchParams } from '../../router/index.js';
import './catalogue.css';
import { useMemo, useState, type ReactNode } from 'react';
import { useProcedures } from '../../api/queries.js';
import { useCatalogueTexts } from '../../texts/catalogue.js';
import { Button, Page, Select, Spinner } from '../../ui/index.js';
import { FailureBanner } from '../frame/Failure.js';
import { useSiteName } from '../frame/site-name.js';
import {
  type CatalogueQuery,
  otherSearches,
  procedureIndex,
  selectProcedures,
  type Sort,
  SORTS,
} from './catalogue.js';
import { CatalogueFilters } from './CatalogueFilters.js';
import { ProcedureCard } from './ProcedureCard.js';
import { SearchBox } from './SearchBox.js';
import { NO_GROUPS, readQuery, writeQuery } from './query-address.js';

/** Cards drawn at first, and with each press of the button below them. */
const PORTION = 30;

/** 手続き一覧: what is looked for stands in the address, so that a search can be kept and passed on. */
export function CatalogueScreen(): ReactNode {
  const texts = useCatalogueTexts().list;
  const [params, setParams] = useSearchParams();
  const query = readQuery(params);
  const procedures = useProcedures();
  const index = useMemo(() => procedureIndex(procedures.data?.procedures ?? []), [procedures.data]);
  const view = selectProcedures(index, query);
  const change = (next: CatalogueQuery): void => setParams(writeQuery(next), { replace: true });
  return (
    <Page
      title={texts.title[query.audience]}
      site={useSiteName()}
      focusKey={`list ${query.audience}`}
      width="wide"
    >
      <SearchBox
        className="tz-catalogue__search"
        texts={texts}
        initial={query.words}
        onSearch={(words) => change({ ...query, words })}
      />
      <div className="tz-catalogue">
        <CatalogueFilters query={query} filters={view.filters} onChange={change} />
        <div className="tz-catalogue__found">
          <div className="tz-catalogue__head">
            <p role="status">{procedures.data && texts.found(view.found.length)}</p>
            <SortChoice query={query} onChange={change} />
          </div>
          {procedures.isPending && <Spinner />}
          {procedures.isError && <FailureBanner error={procedures.error} />}
          {procedures.data && view.found.length === 0 && (
            <NothingFound query={query} others={otherSearches(index, query)} onChange={change} />
          )}
          <Found key={params.toString()} found={view.found} />
        </div>
      </div>
    </Page>
  );
}

interface ChangeProps {
  readonly query: CatalogueQuery;
  readonly onChange: (query: CatalogueQuery) => void;
}

function SortChoice({ query, onChange }: ChangeProps): ReactNode {
  const texts = useCatalogueTexts().list;
  const offered = SORTS.filter((sort) => sort !== 'fit' || query.words.trim() !== '');
  return (
    <label className="tz-catalogue__sort">
      <span>{texts.sort}</span>
      <Select
        value={query.sort}
        choices={offered.map((sort) => ({ value: sort, label: texts.sorts[sort] }))}
        onChange={(event) => onChange({ ...query, sort: event.target.value as Sort })}
      />
    </label>
  );
}

function Found({ found }: { readonly found: ReturnType<typeof selectProcedures>['found'] }): ReactNode {
  const texts = useCatalogueTexts().list;
  const [shown, setShown] = useState(PORTION);
  const left = Math.min(PORTION, found.length - shown);
  return (
    <>
      <ul className="tz-catalogue__list">
        {found.slice(0, shown).map((procedure) => (
          <ProcedureCard key={procedure.id} procedure={procedure} level={2} />
        ))}
      </ul>
      {left > 0 && <Button onClick={() => setShown(shown + PORTION)}>{texts.more(left)}</Button>}
    </>
  );
}

interface NothingFoundProps extends ChangeProps {
  readonly others: ReturnType<typeof otherSearches>;
}

/** Nobody is left with an empty list: the nearest word, or one condition less. */
function NothingFound({ query, others, onChange }: NothingFoundProps): ReactNode {
  const texts = useCatalogueTexts().list;
  const { nearest, byWordsAlone } = others;
  return (
    <div className="tz-catalogue__none">
      <h2 className="tz-heading">{texts.noneTitle}</h2>
      {nearest !== null && (
        <p>
          {texts.nearestLead}
          <Button size="small" onClick={() => onChange({ ...query, words: nearest })}>
            {texts.nearest(nearest)}
          </Button>
        </p>
      )}
      {byWordsAlone > 0 && (
        <p>
          <Button size="small" onClick={() => onChange({ ...query, audience: 'all', groups: NO_GROUPS })}>
            {texts.dropFilters(byWordsAlone)}
          </Button>
        </p>
      )}
      {query.words.trim() !== '' && (
        <p>
          <Button size="small" onClick={() => onChange({ ...query, words: '' })}>
            {texts.dropWords}
          </Button>
        </p>
      )}
      <p className="tz-quiet">
        {texts.noneHelp} <Link to="/faq">{texts.faq}</Link>
      </p>
    </div>
  );
}
