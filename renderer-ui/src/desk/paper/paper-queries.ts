import { fetchLetters, fetchPaper, fetchPaperDesk, fetchSecondEntry } from '../../api/paper.js';
import { useQuery } from '../../api/query/index.js';
import { deskKeys } from '../desk-queries.js';

export const usePaperDesk = () => useQuery({ queryKey: deskKeys.papers, queryFn: fetchPaperDesk });

/** Once open, the answers live on the screen: a second fetch must not replace them. */
export const usePaper = (id: string) =>
  useQuery({
    queryKey: deskKeys.paper(id),
    queryFn: () => fetchPaper(id),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

export const useLetters = (show: 'waiting' | 'gone') =>
  useQuery({ queryKey: deskKeys.letters(show), queryFn: () => fetchLetters(show) });

export const useSecondEntry = (id: string) =>
  useQuery({ queryKey: deskKeys.paperCheck(id), queryFn: () => fetchSecondEntry(id), staleTime: Infinity });
