import { useState } from 'react';

const PREFIX = 'tetsuzuki.desk.typed.';

/**
 * What is typed outlives a reload, an expired sign-in and a refusal. It stays in this tab, and leaves at sign-out or
 * once it was sent.
 */
export function useKept<T extends object>(
  key: string,
  empty: T,
): { readonly typed: T; set(change: Partial<T>): void; forget(): void } {
  const [typed, setTyped] = useState<T>(() => ({ ...empty, ...read(key) }));
  return {
    typed,
    set: (change) => {
      const next = { ...typed, ...change };
      sessionStorage.setItem(PREFIX + key, JSON.stringify(next));
      setTyped(next);
    },
    forget: () => {
      sessionStorage.removeItem(PREFIX + key);
      setTyped(empty);
    },
  };
}

function read(key: string): object {
  const text = sessionStorage.getItem(PREFIX + key);
  return text === null ? {} : (JSON.parse(text) as object);
}
