import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '../../api/query/index.js';
import { beginBatch, fetchBatch, fetchBatches, fetchBatchOffer, fetchBatchRows } from '../../api/batches.js';
import type { BatchView, NewBatchRequest } from '../../api/types.js';
import { useNavigate } from '../../router/index.js';
import { deskKeys } from '../desk-queries.js';

export const batchKeys = {
  list: ['desk', 'batches', 'list'],
  one: (id: string) => ['desk', 'batches', 'one', id],
  letters: (id: string, state: string) => ['desk', 'batches', 'letters', id, state],
  offer: (id: string) => ['desk', 'batches', 'offer', id],
  rows: (id: string, state: string, refusedOnly: boolean) => [
    'desk',
    'batches',
    'rows',
    id,
    state,
    refusedOnly,
  ],
} as const;

const LOOK_EVERY_MS = 1_500;

/** Does something go on with it by itself? */
export function isUnderWay({ state }: BatchView): boolean {
  return state === 'checking' || state === 'waiting' || state === 'running';
}

export const useBatches = () => useQuery({ queryKey: batchKeys.list, queryFn: fetchBatches });

export const useBatch = (id: string) =>
  useQuery({
    queryKey: batchKeys.one(id),
    queryFn: () => fetchBatch(id),
    refetchInterval: ({ state: { data } }) => (data && isUnderWay(data) ? LOOK_EVERY_MS : false),
  });

export const useBatchOffer = (id: string) =>
  useQuery({ queryKey: batchKeys.offer(id), queryFn: () => fetchBatchOffer(id) });

export const useBatchRows = ({ id, state }: BatchView, refusedOnly: boolean) =>
  useInfiniteQuery({
    queryKey: batchKeys.rows(id, state, refusedOnly),
    queryFn: ({ pageParam }) => fetchBatchRows(id, pageParam, refusedOnly),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next,
  });

/**
 * Lists applications, and goes to the screen that asks what to do with them.
 *
 * @param choice what is chosen there already, as `choiceOf` writes it
 */
export function useBeginBatch(choice?: string) {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (list: NewBatchRequest) => beginBatch(list),
    onSuccess: (batch) => {
      client.setQueryData(batchKeys.one(batch.id), batch);
      void client.invalidateQueries({ queryKey: batchKeys.list });
      const chosen = choice === undefined ? '' : `?${new URLSearchParams({ do: choice }).toString()}`;
      void navigate(`/desk/batches/${encodeURIComponent(batch.id)}${chosen}`);
    },
  });
}

/** A step of a batch; lists and counts of the desk follow. */
export function useBatchStep(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (step: () => Promise<BatchView>) => step(),
    onSuccess: (batch) => client.setQueryData(batchKeys.one(id), batch),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: batchKeys.list });
      void client.invalidateQueries({ queryKey: deskKeys.lists });
      void client.invalidateQueries({ queryKey: deskKeys.queues });
    },
  });
}
