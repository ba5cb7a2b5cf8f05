import { fetchDeskAnnouncement, fetchDeskNews, fetchNewsOptions } from '../../api/desk-news.js';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '../../api/query/index.js';
import type { DeskAnnouncementView } from '../../api/types.js';

const newsKeys = {
  all: ['desk', 'announcements'],
  list: ['desk', 'announcements', 'list'],
  options: ['desk', 'announcements', 'options'],
  one: (id: string) => ['desk', 'announcements', 'one', id],
} as const;

const LOOK_EVERY_MS = 2_000;

/** Page after page of what was published. */
export const useDeskNews = () =>
  useInfiniteQuery({
    queryKey: newsKeys.list,
    queryFn: ({ pageParam }) => fetchDeskNews(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });

export const useNewsOptions = () => useQuery({ queryKey: newsKeys.options, queryFn: fetchNewsOptions });

/** Its mails leave by themselves. */
export const useDeskAnnouncement = (id: string) =>
  useQuery({
    queryKey: newsKeys.one(id),
    queryFn: () => fetchDeskAnnouncement(id),
    refetchInterval: ({ state: { data } }) => (data?.mails?.state === 'going' ? LOOK_EVERY_MS : false),
  });

/** A step of one announcement; whatever shows announcements follows. `keep` is for who waits for its end. */
export function useNewsStep() {
  const client = useQueryClient();
  const keep = async (
    step: () => Promise<DeskAnnouncementView | undefined>,
  ): Promise<DeskAnnouncementView | undefined> => {
    try {
      const one = await step();
      if (one) client.setQueryData(newsKeys.one(one.id), one);
      return one;
    } finally {
      void client.invalidateQueries({ queryKey: newsKeys.list });
    }
  };
  return { ...useMutation({ mutationFn: keep }), keep };
}
