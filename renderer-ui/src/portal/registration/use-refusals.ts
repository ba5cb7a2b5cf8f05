import { useState } from 'react';
import { isRefused } from '../../api/request.js';
import { useLanguage } from '../../texts/index.js';
import type { SummaryLine } from '../../ui/index.js';
import { useFailureText } from '../frame/Failure.js';

/**
 * Sends, and keeps what the server says against it: by field where it names one, in one line where it does not.
 * @param only the one field of the page, which every refusal is about
 */
export function useRefusals(only?: string): {
  readonly attempt: number;
  readonly busy: boolean;
  readonly lines: readonly SummaryLine[];
  errorsOf(field: string): readonly string[];
  /** What the page itself found wrong: field → sentence. */
  object(field: string, sentence: string): void;
  /** @returns did it go through? */
  send(call: () => Promise<void>): Promise<boolean>;
} {
  const language = useLanguage();
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [own, setOwn] = useState<{ readonly field: string; readonly sentence: string } | null>(null);
  const failureText = useFailureText(failure);
  const problems = isRefused(failure) ? (failure.problem.problems ?? []) : [];
  const whole = failure !== null && problems.length === 0;
  const named = [
    ...(own === null ? [] : [{ field: own.field, text: own.sentence }]),
    ...problems.map(({ path, text }) => ({ field: path.slice(1), text: text[language] })),
    ...(whole && only !== undefined && isRefused(failure) ? [{ field: only, text: failureText }] : []),
  ];
  const general =
    whole && !(only !== undefined && isRefused(failure)) ? [{ controlId: null, text: failureText }] : [];
  return {
    attempt,
    busy,
    lines: [...named.map(({ field, text }) => ({ controlId: field, text })), ...general],
    errorsOf: (field) => named.filter((one) => one.field === field).map(({ text }) => text),
    object(field, sentence) {
      setOwn({ field, sentence });
      setFailure(null);
      setAttempt((count) => count + 1);
    },
    async send(call) {
      if (busy) return false;
      setBusy(true);
      setOwn(null);
      setFailure(null);
      try {
        await call();
        return true;
      } catch (error) {
        setFailure(error);
        setAttempt((count) => count + 1);
        return false;
      } finally {
        setBusy(false);
      }
    },
  };
}
