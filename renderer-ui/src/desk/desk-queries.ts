import { useInfiniteQuery, useQuery } from '../api/query/index.js';
import { fetchDeskPlaces } from '../api/paper.js';
import type { ListPlace } from '../api/types.js';
import {
  fetchDeskApplication,
  fetchLists,
  fetchQueuePage,
  fetchQueues,
  fetchSavedViews,
  fetchSignatures,
  searchApplications,
} from '../api/desk.js';

export const deskKeys = {
  /** Everything that names somebody; it goes when the official goes. */
  all: ['desk'],
  absences: ['desk', 'absences'],
  account: ['desk', 'account'],
  ownSessions: ['desk', 'own-sessions'],
  operations: ['desk', 'operations'],
  deliveries: ['desk', 'deliveries'],
  departments: ['desk', 'departments'],
  officials: ['desk', 'officials'],
  officialList: (text: string, state: string) => ['desk', 'officials', 'list', text, state],
  official: (id: string) => ['desk', 'officials', 'one', id],
  roles: ['desk', 'roles'],
  queues: ['desk', 'queues'],
  lists: ['desk', 'list'],
  queue: (place: ListPlace) => ['desk', 'list', 'queue', place],
  following: (address: string, cursor: string | null, id: string) => [
    'desk',
    'following',
    address,
    cursor,
    id,
  ],
  views: ['desk', 'views'],
  listRules: ['desk', 'list-rules'],
  search: (text: string) => ['desk', 'list', 'search', text],
  application: (id: string) => ['desk', 'application', id],
  places: ['desk', 'places'],
  routes: ['desk', 'visits'],
  route: (on: string, whose: string) => ['desk', 'visits', on, whose],
  visit: (id: string) => ['desk', 'visit', id],
  papers: ['desk', 'papers'],
  /** Not among the papers: asking for their list again must not begin a paper in hand again. */
  paper: (id: string) => ['desk', 'paper', id],
  paperCheck: (id: string) => ['desk', 'paper-check', id],
  letters: (show: string) => ['desk', 'letters', show],
} as const;

/** Which further places of the desk are open to the official. */
export const useDeskPlaces = () =>
  useQuery({ queryKey: deskKeys.places, queryFn: fetchDeskPlaces, staleTime: 60_000 });

/** Colleagues work on the same queues: counts are asked for again while the screen is looked at. */
const COUNTS_EVERY_MS = 30_000;

export const useQueues = () =>
  useQuery({
    queryKey: deskKeys.queues,
    queryFn: fetchQueues,
    refetchInterval: COUNTS_EVERY_MS,
    // By the counts of this moment it is chosen which list opens on arrival.
    staleTime: 0,
  });

export const useQueueRows = (place: ListPlace) =>
  useInfiniteQuery({
    queryKey: deskKeys.queue(place),
    queryFn: ({ pageParam }) => fetchQueuePage(place, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

export const useSearchRows = (text: string) =>
  useInfiniteQuery({
    queryKey: deskKeys.search(text),
    queryFn: ({ pageParam }) => searchApplications(text, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    enabled: text !== '',
  });

export const useLists = () =>
  useQuery({ queryKey: deskKeys.listRules, queryFn: fetchLists, staleTime: 10 * 60_000 });

export const useSavedViews = () => useQuery({ queryKey: deskKeys.views, queryFn: fetchSavedViews });

export const useSignatures = (id: string) =>
  useQuery({ queryKey: [...deskKeys.application(id), 'signatures'], queryFn: () => fetchSignatures(id) });

export const useDeskApplication = (id: string) =>
  useQuery({
    queryKey: deskKeys.application(id),
    queryFn: () => fetchDeskApplication(id),
    // What is being decided on changes when the official says so: that somebody else changed it is told above it.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
