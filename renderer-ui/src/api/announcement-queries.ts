import { useInfiniteQuery, useQuery } from './query/index.js';
import { fetchAnnouncement, fetchAnnouncements, fetchFavourites } from './announcements.js';
import { keys } from './queries.js';

/** Newest first, page after page. */
export const useAnnouncements = (category: string | null) =>
  useInfiniteQuery({
    queryKey: [...keys.announcements, 'list', category],
    queryFn: ({ pageParam }) => fetchAnnouncements(category, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });

export const useAnnouncement = (id: string) =>
  useQuery({ queryKey: [...keys.announcements, id], queryFn: () => fetchAnnouncement(id) });

/** The first page alone, for a panel. */
export const useLatestAnnouncements = () =>
  useQuery({ queryKey: [...keys.announcements, 'latest'], queryFn: () => fetchAnnouncements(null, null) });

export const useFavourites = (enabled: boolean) =>
  useQuery({ queryKey: keys.favourites, queryFn: fetchFavourites, enabled });
