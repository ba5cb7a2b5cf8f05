import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useMemo } from 'react';
import { annotate, keepPresence, leaveCase, writeNote } from '../../../api/casework.js';
import type { AnnotationView, CaseworkView } from '../../../api/types.js';
import { deskKeys } from '../../desk-queries.js';
import { useOfficial } from '../../session/official.js';

/** The server counts somebody as gone after three of them. */
const EVERY_MS = 15_000;

export interface Casework {
  readonly data: CaseworkView | undefined;
  /** Marks on the answer at a pointer, one's own first. */
  readonly at: (path: string) => readonly AnnotationView[];
  /** Pointers of the answers that one has marked and that did not change since. */
  readonly marked: ReadonlySet<string>;
  readonly mine: (annotation: AnnotationView) => boolean;
  readonly annotate: (path: string, mark: AnnotationView['mark'] | null, note: string) => Promise<unknown>;
  readonly note: (id: string, body: string) => Promise<unknown>;
  readonly failure: unknown;
}

/**
 * What colleagues do on the same application, told again while it is open; asking says that one is there.
 * @param writing an action, a request or a hold is being written just now
 */
export function useCasework(id: string, writing: boolean): Casework {
  const client = useQueryClient();
  const official = useOfficial();
  const queryKey = useMemo(() => [...deskKeys.application(id), 'casework'], [id]);
  const { data } = useQuery({
    queryKey,
    queryFn: ({ signal }) => keepPresence(id, writing, signal),
    refetchInterval: EVERY_MS,
    staleTime: 0,
    gcTime: 0,
  });
  useEffect(() => {
    void client.invalidateQueries({ queryKey });
  }, [client, queryKey, writing]);
  useEffect(() => {
    const leave = () => void leaveCase(id).catch(() => undefined);
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, [id]);
  const change = useMutation({
    mutationFn: (send: () => Promise<CaseworkView>) => send(),
    onMutate: () => client.cancelQueries({ queryKey }),
    onSuccess: (after) => client.setQueryData(queryKey, after),
  });
  const { mutateAsync, error } = change;
  return useMemo(() => {
    const mine = (annotation: AnnotationView) => annotation.staffId === official.id;
    const annotations = data?.annotations ?? [];
    return {
      data,
      mine,
      at: (path) => {
        const there = annotations.filter((annotation) => annotation.path === path);
        return [...there.filter(mine), ...there.filter((annotation) => !mine(annotation))];
      },
      marked: new Set(annotations.filter((one) => mine(one) && !one.outdated).map(({ path }) => path)),
      annotate: (path, mark, note) => mutateAsync(() => annotate(id, { path, mark, note })),
      note: (noteId, body) => mutateAsync(() => writeNote(id, { id: noteId, body })),
      failure: error,
    };
  }, [data, official.id, mutateAsync, id, error]);
}

const alone: Casework = {
  data: undefined,
  at: () => [],
  marked: new Set(),
  mine: () => false,
  annotate: () => Promise.resolve(),
  note: () => Promise.resolve(),
  failure: null,
};

export const CaseworkContext = createContext<Casework>(alone);

export const useCaseworkHere = (): Casework => useContext(CaseworkContext);
