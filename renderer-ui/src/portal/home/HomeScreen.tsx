import { Link, useNavigate } from '../../router/index.js';
import '../catalogue/catalogue.css';
import type { ReactNode } from 'react';
import { useProcedures } from '../../api/queries.js';
import type { ProcedureListItem } from '../../api/types.js';
import { useCatalogueTexts } from '../../texts/catalogue.js';
import { dateText, useLanguage } from '../../texts/index.js';
import { ButtonLink, Page, PageTitle, Spinner } from '../../ui/index.js';
import { NewsPanel } from '../announcements/NewsPanel.js';
import { ProcedureCard } from '../catalogue/ProcedureCard.js';
import { SearchBox } from '../catalogue/SearchBox.js';
import { FailureBanner } from '../frame/Failure.js';
import { useSiteName } from '../frame/site-name.js';
import { selectForHome } from './home-selection.js';
import { Unfinished } from './Unfinished.js';

export function HomeScreen(): ReactNode {
  const texts = useCatalogueTexts().home;
  const site = useSiteName();
  const procedures = useProcedures();
  const view = selectForHome(procedures.data?.procedures ?? [], new Date());
  return (
    <Page title={texts.title} site={site} focusKey="home" width="full" ownTitle>
      <div className="tz-hero">
        <div className="tz-hero__inner">
          <PageTitle>{texts.title}</PageTitle>
          <p className="tz-hero__lead">{texts.lead}</p>
          <HomeSearch />
        </div>
      </div>
      <div className="tz-main tz-main--wide tz-home">
        {/* What concerns this visitor comes before what concerns everybody. */}
        <Unfinished />
        <NewsPanel />
        {procedures.isPending && <Spinner />}
        {procedures.isError && <FailureBanner error={procedures.error} />}
        {procedures.data && (
          <>
            <Cards title={texts.closing} procedures={view.closing} />
            <Cards title={texts.accepting} procedures={view.accepting} />
            {view.closing.length + view.accepting.length === 0 && <p>{texts.none}</p>}
            <p className="tz-home__all">
              <ButtonLink to="/procedures">{texts.all}</ButtonLink>
            </p>
            <Categories categories={view.categories} />
            <Newest procedures={view.newest} />
          </>
        )}
        <section className="tz-home__help">
          <h2 className="tz-heading">{texts.help}</h2>
          <p>{texts.helpBody}</p>
          <p>
            <Link to="/help">{texts.helpAction}</Link>
          </p>
        </section>
      </div>
    </Page>
  );
}

function HomeSearch(): ReactNode {
  const texts = useCatalogueTexts().home;
  const navigate = useNavigate();
  const search = (words: string): void => {
    const query = words.trim() === '' ? '' : `?${new URLSearchParams({ q: words }).toString()}`;
    void navigate(`/procedures${query}`);
  };
  return (
    <SearchBox className="tz-hero__search" texts={texts} onSearch={search}>
      <div className="tz-hero__audiences">
        <ButtonLink to="/procedures?for=individual">{texts.individuals}</ButtonLink>
        <ButtonLink to="/procedures?for=business">{texts.businesses}</ButtonLink>
      </div>
    </SearchBox>
  );
}

interface CardsProps {
  readonly title: string;
  readonly procedures: readonly ProcedureListItem[];
}

function Cards({ title, procedures }: CardsProps): ReactNode {
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

function Categories({
  categories,
}: {
  readonly categories: readonly { readonly name: string; readonly count: number }[];
}): ReactNode {
  const texts = useCatalogueTexts().home;
  return (
    <section>
      <h2 className="tz-heading">{texts.categories}</h2>
      <ul className="tz-tiles">
        {categories.map(({ name, count }) => (
          <li key={name}>
            <Link
              className="tz-tile"
              to={`/procedures?${new URLSearchParams({ category: name }).toString()}`}
            >
              <span>{name}</span>
              <span className="tz-quiet">{texts.count(count)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Newest({ procedures }: { readonly procedures: readonly ProcedureListItem[] }): ReactNode {
  const texts = useCatalogueTexts().home;
  const language = useLanguage();
  if (procedures.length === 0) return null;
  return (
    <section>
      <h2 className="tz-heading">{texts.newest}</h2>
      <ul className="tz-newest">
        {procedures.map(({ id, title, publishedAt }) => (
          <li key={id}>
            <span className="tz-quiet">{dateText(publishedAt, language)}</span>
            <Link to={`/procedures/${id}`}>{title}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
