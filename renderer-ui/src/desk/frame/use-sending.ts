import { useState } from 'react';
import { isRefused } from '../../api/request.js';
import { useLanguage } from '../../texts/index.js';
import type { SummaryLine } from '../../ui/index.js';

/** Sends, and keeps what the server says against it: by field where it names fields, as a whole where it does not. */
export function useSending(idOf: (field: string) => string = (field) => field): {
  readonly attempt: number;
  readonly busy: boolean;
  /** For the summary of a form. */
  readonly lines: readonly SummaryLine[];
  /** For the banner; null where fields were named. */
  readonly failure: unknown;
  errorsOf(field: string): readonly string[];
  /** @returns did it go through? */
  send(call: () => Promise<void>): Promise<boolean>;
} {
  const language = useLanguage();
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const problems = isRefused(error) ? (error.problem.problems ?? []) : [];
  const named = problems.map(({ path, text }) => ({ field: path.slice(1), text: text[language] }));
  return {
    attempt,
    busy,
    lines: named.map(({ field, text }) => ({ controlId: idOf(field), text })),
    failure: named.length > 0 ? null : error,
    errorsOf: (field) => named.filter((one) => one.field === field).map(({ text }) => text),
    async send(call) {
      if (busy) return false;
      setBusy(true);
      setError(null);
      try {
        await call();
        return true;
      } catch (failed) {
        setError(failed);
        setAttempt((count) => count + 1);
        return false;
      } finally {
        setBusy(false);
      }
    },
  };
}
