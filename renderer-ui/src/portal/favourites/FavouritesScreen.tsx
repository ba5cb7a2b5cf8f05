import type { ReactNode } from 'react';
import { useFavourites } from '../../api/announcement-queries.js';
import type { Favourites } from '../../api/types.js';
import { Link } from '../../router/index.js';
import { useAnnouncementsTexts } from '../../texts/index.js';
import { Button, Card, ChoiceBox, Page, Spinner } from '../../ui/index.js';
import { FailureBanner } from '../frame/Failure.js';
import { useSiteName } from '../frame/Frame.js';
import { RequireApplicant } from '../session/RequireApplicant.js';
import { useMarkFavourite } from './use-mark-favourite.js';
import './favourites.css';

export function FavouritesScreen(): ReactNode {
  const texts = useAnnouncementsTexts().favourites;
  return <RequireApplicant title={texts.title}>{() => <OwnFavourites />}</RequireApplicant>;
}

function OwnFavourites(): ReactNode {
  const texts = useAnnouncementsTexts().favourites;
  const favourites = useFavourites(true);
  return (
    <Page title={texts.title} site={useSiteName()} focusKey="favourites">
      <p className="tz-lead">{texts.lead}</p>
      {favourites.isPending && <Spinner />}
      {favourites.isError && <FailureBanner error={favourites.error} />}
      {favourites.data && <Choices favourites={favourites.data} />}
    </Page>
  );
}

function Choices({ favourites }: { readonly favourites: Favourites }): ReactNode {
  const texts = useAnnouncementsTexts().favourites;
  const mark = useMarkFavourite();
  return (
    <>
      {mark.isError && <FailureBanner error={mark.error} />}
      <section className="tz-favourites__part">
        <fieldset>
          <legend className="tz-heading">{texts.categories}</legend>
          <div className="tz-favourites__categories">
            {favourites.categories.map(({ name, title, marked }) => (
              <ChoiceBox
                key={name}
                kind="checkbox"
                framed
                checked={marked}
                onChange={() => mark.mutate({ kind: 'category', name, marked: !marked })}
              >
                {title}
              </ChoiceBox>
            ))}
          </div>
        </fieldset>
      </section>
      <section className="tz-favourites__part">
        <h2 className="tz-heading">{texts.procedures}</h2>
        {favourites.procedures.length === 0 && <p className="tz-quiet">{texts.noProcedures}</p>}
        <ul className="tz-favourites__list">
          {favourites.procedures.map(({ id, title }) => (
            <li key={id}>
              <Link to={`/procedures/${id}`}>{title}</Link>
              <Button
                size="small"
                aria-label={texts.removeNamed(title)}
                blocked={mark.isPending}
                onClick={() => mark.mutate({ kind: 'procedure', name: id, marked: false })}
              >
                {texts.remove}
              </Button>
            </li>
          ))}
        </ul>
      </section>
      <section className="tz-favourites__part">
        <h2 className="tz-heading">{texts.news}</h2>
        <Card look="quiet">
          <div className="tz-stack">
            <p>{favourites.wantsNews ? texts.newsOn : texts.newsOff}</p>
            <p>
              <Link to="/account/news">{texts.newsChange}</Link>
            </p>
          </div>
        </Card>
      </section>
    </>
  );
}
