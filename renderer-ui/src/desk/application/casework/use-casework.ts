import { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { annotate, keepPresence, leaveCase, writeNote } from '../../../api/casework.js';
import { useQuery, useQueryClient } from '../../../api/query/index.js';
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
    queryFn: () => keepPresence(id, writing),
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
  const [failure, setFailure] = useState<unknown>(null);
  const change = useCallback(
    async (send: () => Promise<CaseworkView>): Promise<void> => {
      setFailure(null);
      try {
        client.setQueryData(queryKey, await send());
      } catch (error) {
        setFailure(error);
        throw error;
      }
      // A look that was under way already may not know it.
      void client.invalidateQueries({ queryKey });
    },
    [client, queryKey],
  );
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
      annotate: (path, mark, note) => change(() => annotate(id, { path, mark, note })),
      note: (noteId, body) => change(() => writeNote(id, { id: noteId, body })),
      failure,
    };
  }, [data, official.id, change, id, failure]);
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
