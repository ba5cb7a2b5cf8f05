import { useCallback, useEffect, useRef, useState } from 'react';
import { useQueryClient } from './provider.js';

interface MutationOptions<T, V> {
  readonly mutationFn: (wanted: V) => Promise<T>;
  readonly onSuccess?: (answer: T, wanted: V) => unknown;
  /** After either end. */
  readonly onSettled?: () => unknown;
}

interface Callbacks<T, V> {
  readonly onSuccess?: (answer: T, wanted: V) => unknown;
  readonly onError?: (error: Error) => unknown;
}

interface MutationResult<T, V> {
  /** Does it; how it ended is told by the callbacks and by `error`. */
  readonly mutate: (wanted: V, callbacks?: Callbacks<T, V>) => void;
  readonly isPending: boolean;
  readonly isError: boolean;
  readonly error: Error | null;
  /** What was wanted the last time. */
  readonly variables: V | undefined;
  /** Forgets how the last one ended. */
  readonly reset: () => void;
}

interface MutationState<V> {
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly variables: V | undefined;
}

const IDLE = { isPending: false, error: null, variables: undefined };

/** A change that is sent to the server once; nothing tries again by itself. */
export function useMutation<T, V = void>(options: MutationOptions<T, V>): MutationResult<T, V> {
  const client = useQueryClient();
  const [state, setState] = useState<MutationState<V>>(IDLE);
  const latest = useRef(0);
  // Whoever has gone is not told how it ended.
  useEffect(() => () => void (latest.current += 1), []);
  const mutate = (wanted: V, callbacks: Callbacks<T, V> = {}): void => {
    const turn = ++latest.current;
    const show = (now: MutationState<V>): void => {
      if (turn === latest.current) setState(now);
    };
    show({ isPending: true, error: null, variables: wanted });
    const run = async (): Promise<void> => {
      try {
        const answer = await options.mutationFn(wanted);
        await options.onSuccess?.(answer, wanted);
        await options.onSettled?.();
        show({ isPending: false, error: null, variables: wanted });
        if (turn === latest.current) callbacks.onSuccess?.(answer, wanted);
      } catch (failure) {
        const error = failure instanceof Error ? failure : new Error(String(failure));
        client.tellFailure(error);
        await options.onSettled?.();
        show({ isPending: false, error, variables: wanted });
        if (turn === latest.current) callbacks.onError?.(error);
      }
    };
    void run();
  };
  const reset = useCallback(() => {
    latest.current += 1;
    setState(IDLE);
  }, []);
  return { ...state, isError: state.error !== null, mutate, reset };
}
