import {
  fetchPaymentBatch,
  fetchPaymentRows,
  fetchPayments,
  fetchProfiles,
  fetchWaiting,
} from '../../api/payments.js';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '../../api/query/index.js';
import type { PaymentBatchView, PaymentRowsQuery, ProfileList } from '../../api/types.js';

const paymentKeys = {
  all: ['desk', 'payments'],
  list: ['desk', 'payments', 'list'],
  profiles: ['desk', 'payments', 'profiles'],
  waiting: (procedureId: string) => ['desk', 'payments', 'waiting', procedureId],
  one: (id: string) => ['desk', 'payments', 'one', id],
  rows: (id: string, only: string) => ['desk', 'payments', 'rows', id, only],
} as const;

const LOOK_EVERY_MS = 1_500;

/** Does something go on with it by itself? */
function isUnderWay({ state, counts }: PaymentBatchView): boolean {
  return state === 'looking' || (state === 'exported' && counts.reported > 0);
}

export const usePayments = () => useQuery({ queryKey: paymentKeys.list, queryFn: fetchPayments });

export const useProfiles = () => useQuery({ queryKey: paymentKeys.profiles, queryFn: fetchProfiles });

export const useWaiting = (procedureId: string) =>
  useInfiniteQuery({
    queryKey: paymentKeys.waiting(procedureId),
    queryFn: ({ pageParam }) => fetchWaiting(procedureId, pageParam),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next,
  });

export const usePaymentBatch = (id: string) =>
  useQuery({
    queryKey: paymentKeys.one(id),
    queryFn: () => fetchPaymentBatch(id),
    refetchInterval: ({ state: { data } }) => (data && isUnderWay(data) ? LOOK_EVERY_MS : false),
  });

/** Anew whenever the batch moves on. */
export const usePaymentRows = (batch: PaymentBatchView, only: PaymentRowsQuery['only']) => {
  const { id, state, counts } = batch;
  return useInfiniteQuery({
    queryKey: paymentKeys.rows(id, `${only ?? ''} ${state} ${counts.paid} ${counts.failed} ${counts.stuck}`),
    queryFn: ({ pageParam }) => fetchPaymentRows(id, pageParam, only),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next,
  });
};

/** A change of a batch, or of one of its payments; everything that shows payments follows. */
export function usePaymentStep() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (step: () => Promise<PaymentBatchView | undefined>) => step(),
    onSuccess: (batch) => {
      if (batch) client.setQueryData(paymentKeys.one(batch.id), batch);
    },
    // Awaited: a dialog that closed sooner would leave the button of what was just judged to be pressed again.
    onSettled: () => client.invalidateQueries({ queryKey: paymentKeys.all }),
  });
}

export function useProfileStep() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (step: () => Promise<ProfileList>) => step(),
    onSuccess: (profiles) => client.setQueryData(paymentKeys.profiles, profiles),
    onSettled: () => client.invalidateQueries({ queryKey: paymentKeys.profiles }),
  });
}
