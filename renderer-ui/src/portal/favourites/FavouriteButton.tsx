import type { ReactNode } from 'react';
import { useFavourites } from '../../api/announcement-queries.js';
import { useAnnouncementsTexts } from '../../texts/index.js';
import { Button } from '../../ui/index.js';
import { FailureBanner } from '../frame/Failure.js';
import { useApplicant } from '../session/use-applicant.js';
import { useMarkFavourite } from './use-mark-favourite.js';

/** Marks a procedure as a favourite, or takes the mark away. Only for whoever is signed in. */
export function FavouriteButton({ procedureId }: { readonly procedureId: string }): ReactNode {
  const texts = useAnnouncementsTexts().favourites;
  const { who } = useApplicant();
  const favourites = useFavourites(who !== null && who.guestOf === null && who.acting === null);
  const mark = useMarkFavourite();
  if (!favourites.data) return null;
  const marked = favourites.data.procedures.some(({ id }) => id === procedureId);
  return (
    <>
      <Button
        size="small"
        blocked={mark.isPending}
        onClick={() => mark.mutate({ kind: 'procedure', name: procedureId, marked: !marked })}
      >
        {marked ? texts.remove : texts.add}
      </Button>
      {mark.isError && <FailureBanner error={mark.error} />}
    </>
  );
}
