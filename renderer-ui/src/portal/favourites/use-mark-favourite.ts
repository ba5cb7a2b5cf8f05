import { useMutation, useQueryClient } from '../../api/query/index.js';
import { markFavourite } from '../../api/announcements.js';
import { keys } from '../../api/queries.js';
import type { MarkFavouriteRequest } from '../../api/types.js';
import { useAnnouncementsTexts } from '../../texts/index.js';
import { useAnnounce } from '../../ui/index.js';

/** Marks and unmarks, and says so; the list is asked for again. */
export function useMarkFavourite() {
  const texts = useAnnouncementsTexts().favourites;
  const queries = useQueryClient();
  const announce = useAnnounce();
  return useMutation({
    mutationFn: (wanted: MarkFavouriteRequest) => markFavourite(wanted),
    onSuccess: async (_, { marked }) => {
      await queries.invalidateQueries({ queryKey: keys.favourites });
      announce(marked ? texts.added : texts.removed);
    },
  });
}
