import { keepPreviousData, useInfiniteQuery, useQuery } from '../../api/query/index.js';
import { fetchConversations } from '../../api/messages.js';
import {
  fetchNotices,
  fetchOwnApplications,
  fetchReadings,
  fetchWaiting,
  type Shown,
} from '../../api/mine.js';
import { keys } from '../../api/queries.js';

export const useWaiting = () => useQuery({ queryKey: [...keys.mine, 'waiting'], queryFn: fetchWaiting });

export const useOwnApplications = (show: Shown, text: string) =>
  useInfiniteQuery({
    queryKey: [...keys.mine, 'applications', show, text],
    queryFn: ({ pageParam }) => fetchOwnApplications(show, text, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });

export const useConversations = () =>
  useInfiniteQuery({
    queryKey: [...keys.mine, 'conversations'],
    queryFn: ({ pageParam }) => fetchConversations(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

export const useNotices = () =>
  useInfiniteQuery({
    queryKey: [...keys.mine, 'notices'],
    queryFn: ({ pageParam }) => fetchNotices(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

export const useReadings = (id: string) =>
  useQuery({ queryKey: [...keys.mine, 'readings', id], queryFn: () => fetchReadings(id) });
