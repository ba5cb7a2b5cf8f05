import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { attachmentAddress } from '../../api/applications.js';
import { attachToPaper, takeFromPaper } from '../../api/paper.js';
import { isRefused } from '../../api/request.js';
import type { AttachmentView } from '../../api/types.js';
import {
  fieldPathOf,
  valueAt,
  withValueAt,
  type AnswersInHand,
  type FormFiles,
  type PendingUpload,
  type Pointer,
  type RawAnswers,
} from '../../form/index.js';
import { useFormTexts, useLanguage } from '../../texts/index.js';

interface Pending extends PendingUpload {
  readonly pointer: Pointer;
  readonly file: File;
}

interface PaperFilesInput {
  readonly draftId: string;
  readonly initial: readonly AttachmentView[];
  readonly inHand: AnswersInHand;
}

/** Files of a paper's questions: officials sit at a steady line, so each goes at once and whole. */
export function usePaperFiles({ draftId, initial, inHand }: PaperFilesInput): {
  readonly files: FormFiles;
  readonly sending: boolean;
} {
  const texts = useFormTexts().attachment;
  const language = useLanguage();
  const [attachments, setAttachments] = useState(() => new Map(initial.map((one) => [one.id, one])));
  const [pending, setPending] = useState<readonly Pending[]>([]);
  const running = useRef(new Map<string, AbortController>());
  useEffect(() => {
    const controllers = running.current;
    return () => controllers.forEach((controller) => controller.abort());
  }, []);
  const patch = useCallback((key: string, change: Partial<Pending>) => {
    setPending((before) => before.map((one) => (one.key === key ? { ...one, ...change } : one)));
  }, []);
  const dismiss = useCallback((key: string) => {
    running.current.get(key)?.abort();
    running.current.delete(key);
    setPending((before) => before.filter((one) => one.key !== key));
  }, []);
  const send = useCallback(
    async ({ key, pointer, file }: Pending) => {
      const controller = new AbortController();
      running.current.set(key, controller);
      try {
        const arrived = await attachToPaper(
          draftId,
          fieldPathOf(pointer),
          file,
          (progress) => patch(key, { progress }),
          controller.signal,
        );
        setAttachments((before) => new Map(before).set(arrived.id, arrived));
        inHand.update((now) => withValueAt(now, pointer, [...new Set([...idsAt(now, pointer), arrived.id])]));
        dismiss(key);
      } catch (error) {
        if (controller.signal.aborted) return;
        running.current.delete(key);
        const failure = isRefused(error) ? error.problem.detail[language] : texts.unreachable;
        patch(key, { state: 'failed', failure, canRetry: !isRefused(error) });
      }
    },
    [draftId, inHand, patch, dismiss, language, texts],
  );

  const files = useMemo<FormFiles>(
    () => ({
      attachments,
      pending: (pointer) => pending.filter((one) => one.pointer === pointer),
      add: (pointer, chosen) => {
        const next = chosen.map((file): Pending => ({
          key: crypto.randomUUID(),
          name: file.name,
          bytes: file.size,
          progress: 0,
          state: 'sending',
          canRetry: false,
          failure: null,
          pointer,
          file,
        }));
        setPending((before) => [...before, ...next]);
        for (const one of next) void send(one);
      },
      remove: (pointer, id) => {
        inHand.update((now) =>
          withValueAt(
            now,
            pointer,
            idsAt(now, pointer).filter((one) => one !== id),
          ),
        );
        // The answers no longer name it; should this call fail, it is not submitted all the same.
        takeFromPaper(draftId, id).catch(() => undefined);
      },
      dismiss,
      cancel: dismiss,
      retry: (key) => {
        const one = pending.find((each) => each.key === key);
        if (!one) return;
        patch(key, { state: 'sending', failure: null, progress: 0 });
        void send(one);
      },
      sizeBefore: () => null,
      twinOf: () => null,
      address: attachmentAddress,
    }),
    [attachments, pending, inHand, draftId, dismiss, patch, send],
  );
  return { files, sending: pending.some((one) => one.failure === null) };
}

function idsAt(answers: RawAnswers, pointer: Pointer): readonly string[] {
  const value = valueAt(answers, pointer);
  return Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : [];
}
