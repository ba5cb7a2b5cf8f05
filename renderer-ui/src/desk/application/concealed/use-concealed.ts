import { useMutation } from '../../../api/query/index.js';
import { createContext, useContext, useMemo, useState } from 'react';
import { openAnswer } from '../../../api/desk.js';
import type { DeskApplicationView, OpenedAnswerView } from '../../../api/types.js';

export interface Concealed {
  /** What stands at a place that is not shown: null for every other. */
  readonly at: (path: string) => ConcealedState | null;
  readonly open: (path: string) => void;
  readonly cover: (path: string) => void;
  readonly failure: unknown;
}

export type ConcealedState =
  | { readonly kind: 'hidden' | 'masked' | 'opening' }
  | { readonly kind: 'opened'; readonly answer: OpenedAnswerView };

/** Answers that the server keeps back. What was opened stays open on this screen until it is left or covered. */
export function useConcealed({ id, concealed }: DeskApplicationView): Concealed {
  const [opened, setOpened] = useState<readonly OpenedAnswerView[]>([]);
  const opening = useMutation({
    mutationFn: (path: string) => openAnswer(id, path),
    onSuccess: (answer) => setOpened((before) => [...before, answer]),
  });
  const { mutate, variables, isPending, error } = opening;
  return useMemo(
    () => ({
      at: (path) => {
        const place = concealed.find((one) => one.path === path);
        if (!place) return null;
        const answer = opened.find((one) => one.path === path);
        if (answer) return { kind: 'opened', answer };
        if (isPending && variables === path) return { kind: 'opening' };
        return { kind: place.openable ? 'masked' : 'hidden' };
      },
      open: mutate,
      cover: (path) => setOpened((before) => before.filter((one) => one.path !== path)),
      failure: error,
    }),
    [concealed, opened, isPending, variables, mutate, error],
  );
}

const nothing: Concealed = { at: () => null, open: () => undefined, cover: () => undefined, failure: null };

export const ConcealedContext = createContext<Concealed>(nothing);

export const useConcealedAnswers = (): Concealed => useContext(ConcealedContext);
