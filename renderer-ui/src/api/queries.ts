import { keepPreviousData, QueryClient, useQuery } from './query/index.js';
import { fetchApplication, fetchApplications } from './applications.js';
import { fetchDrafts } from './drafts.js';
import { fetchFaq, fetchProcedure, fetchProcedures, fetchQuestions, judgeEligibility } from './procedures.js';
import { RequestRefused } from './request.js';
import { fetchSession, fetchSite } from './session.js';

/** A refusal is an answer and is not asked for again; silence is tried twice more, and so is a server that is too busy. */
export function createQueryClient(): QueryClient {
  const client = new QueryClient({
    retry: (failures, error) =>
      failures < 2 && (!(error instanceof RequestRefused) || error.problem.status === 503),
    staleTime: 10_000,
  });
  client.watchReturns();
  return client;
}

export const keys = {
  site: ['site'],
  demoAccounts: ['demo-accounts'],
  session: ['session'],
  procedures: ['procedures'],
  procedure: (id: string) => ['procedures', id],
  questions: (id: string) => ['procedures', id, 'questions'],
  eligibility: (id: string, answers: string) => ['procedures', id, 'eligibility', answers],
  // Among the procedures: its words follow the language, too.
  faq: ['procedures', '', 'faq'],
  drafts: ['drafts'],
  applications: ['applications'],
  application: (id: string) => ['applications', id],
  /** Lists of my page. */
  mine: ['mine'],
  announcements: ['announcements'],
  favourites: ['favourites'],
  terms: ['terms'],
  registration: ['registration'],
  passwordReset: ['password-reset'],
  account: ['account'],
  ownSessions: ['own-sessions'],
  closing: ['closing'],
  mailbox: ['mailbox'],
} as const;

/** After another language was chosen: what carries words of a procedure is asked for again, a form in hand is not. */
export async function forgetWords(client: QueryClient): Promise<void> {
  await Promise.all(
    [
      keys.site,
      keys.demoAccounts,
      keys.procedures,
      keys.drafts,
      keys.applications,
      keys.mine,
      keys.announcements,
      keys.favourites,
    ].map((queryKey) => client.invalidateQueries({ queryKey })),
  );
}

export const useSite = () => useQuery({ queryKey: keys.site, queryFn: fetchSite, staleTime: Infinity });

export const useSession = () =>
  useQuery({ queryKey: keys.session, queryFn: fetchSession, staleTime: 60_000 });

export const useProcedures = () => useQuery({ queryKey: keys.procedures, queryFn: fetchProcedures });

export const useProcedure = (id: string) =>
  useQuery({ queryKey: keys.procedure(id), queryFn: () => fetchProcedure(id) });

export const useQuestions = (id: string) =>
  useQuery({ queryKey: keys.questions(id), queryFn: () => fetchQuestions(id) });

/** Keeps what was said before in sight while the next answer is weighed. */
export const useEligibility = (id: string, answers: Readonly<Record<string, string>>) =>
  useQuery({
    queryKey: keys.eligibility(id, JSON.stringify(answers)),
    queryFn: () => judgeEligibility(id, answers),
    placeholderData: keepPreviousData,
  });

export const useFaq = () => useQuery({ queryKey: keys.faq, queryFn: fetchFaq });

export const useDrafts = (enabled: boolean) =>
  useQuery({ queryKey: keys.drafts, queryFn: fetchDrafts, enabled });

export const useApplications = (enabled: boolean) =>
  useQuery({ queryKey: keys.applications, queryFn: fetchApplications, enabled });

/** Looks again while a notice is being prepared, for a minute or two. */
export const useApplication = (id: string) =>
  useQuery({
    queryKey: keys.application(id),
    queryFn: () => fetchApplication(id),
    refetchInterval: ({ state }) =>
      state.data?.notices.some((notice) => notice.state === 'queued') && state.dataUpdateCount < 60
        ? 2_000
        : false,
  });
