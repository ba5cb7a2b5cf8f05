import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import {
  fetchDeskApplication,
  fetchQueuePage,
  fetchQueues,
  fetchSignatures,
  searchApplications,
} from '../api/desk.js';

export const deskKeys = {
  /** Everything that names somebody; it goes when the official goes. */
  all: ['desk'],
  absences: ['desk', 'absences'],
  account: ['desk', 'account'],
  ownSessions: ['desk', 'own-sessions'],
  departments: ['desk', 'departments'],
  officials: ['desk', 'officials'],
  officialList: (text: string, state: string) => ['desk', 'officials', 'list', text, state],
  official: (id: string) => ['desk', 'officials', 'one', id],
  roles: ['desk', 'roles'],
  queues: ['desk', 'queues'],
  lists: ['desk', 'list'],
  queue: (key: string) => ['desk', 'list', 'queue', key],
  search: (text: string) => ['desk', 'list', 'search', text],
  application: (id: string) => ['desk', 'application', id],
} as const;

/** Colleagues work on the same queues: counts are asked for again while the screen is looked at. */
const COUNTS_EVERY_MS = 30_000;

export const useQueues = () =>
  useQuery({ queryKey: deskKeys.queues, queryFn: fetchQueues, refetchInterval: COUNTS_EVERY_MS });

export const useQueueRows = (key: string) =>
  useInfiniteQuery({
    queryKey: deskKeys.queue(key),
    queryFn: ({ pageParam }) => fetchQueuePage(key, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    enabled: key !== '',
  });

export const useSearchRows = (text: string) =>
  useQuery({
    queryKey: deskKeys.search(text),
    queryFn: () => searchApplications(text),
    enabled: text !== '',
  });

export const useSignatures = (id: string) =>
  useQuery({ queryKey: [...deskKeys.application(id), 'signatures'], queryFn: () => fetchSignatures(id) });

export const useDeskApplication = (id: string) =>
  useQuery({ queryKey: deskKeys.application(id), queryFn: () => fetchDeskApplication(id) });
