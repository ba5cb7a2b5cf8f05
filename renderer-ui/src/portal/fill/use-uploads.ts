import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { attachmentAddress } from '../../api/applications.js';
import { deleteAttachment, uploadAttachment } from '../../api/drafts.js';
import { isRefused } from '../../api/request.js';
import type { AttachmentView } from '../../api/types.js';
import {
  fieldPathOf,
  refusalOf,
  ruleOf,
  valueAt,
  type Form,
  type FormFiles,
  type PendingUpload,
  type Pointer,
  type RawAnswers,
} from '../../form/index.js';
import { useFormTexts, useLanguage } from '../../texts/index.js';
import { sizeText, useAnnounce } from '../../ui/index.js';

interface UploadsInput {
  readonly draftId: string;
  readonly form: Form;
  readonly initial: readonly AttachmentView[];
  readonly answers: RawAnswers;
  readonly updateAnswer: (pointer: Pointer, change: (answers: RawAnswers) => unknown) => void;
  readonly onSignedOut: () => void;
}

export interface Uploads {
  readonly files: FormFiles;
  /** Files still on their way. */
  readonly sending: boolean;
}

type Pending = PendingUpload & { readonly pointer: Pointer };

/** Files go on their way as soon as they are chosen and arrive even if the page has been turned meanwhile. */
export function useUploads(input: UploadsInput): Uploads {
  const { draftId, form, initial, answers, updateAnswer, onSignedOut } = input;
  const texts = useFormTexts().attachment;
  const language = useLanguage();
  const announce = useAnnounce();
  const [attachments, setAttachments] = useState(() => new Map(initial.map((one) => [one.id, one])));
  const [pending, setPending] = useState<readonly Pending[]>([]);
  const running = useRef(new Set<AbortController>());
  useEffect(() => {
    const controllers = running.current;
    return () => controllers.forEach((controller) => controller.abort());
  }, []);

  const patch = useCallback((key: string, change: Partial<PendingUpload>) => {
    setPending((before) => before.map((one) => (one.key === key ? { ...one, ...change } : one)));
  }, []);
  const dismiss = useCallback((key: string) => {
    setPending((before) => before.filter((one) => one.key !== key));
  }, []);

  const send = useCallback(
    async (pointer: Pointer, file: File, key: string) => {
      const controller = new AbortController();
      running.current.add(controller);
      try {
        const field = fieldPathOf(pointer);
        const arrived = await uploadAttachment(
          draftId,
          field,
          file,
          (progress) => patch(key, { progress }),
          controller.signal,
        );
        setAttachments((before) => new Map(before).set(arrived.id, arrived));
        updateAnswer(pointer, (now) => [...idsAt(now, pointer), arrived.id]);
        dismiss(key);
        announce(texts.arrived(file.name));
      } catch (error) {
        if (controller.signal.aborted) return;
        if (isRefused(error, 'sign-in-required')) onSignedOut();
        const failure = isRefused(error) ? error.problem.detail[language] : texts.unreachable;
        patch(key, { failure });
        announce(texts.failed(file.name, failure));
      } finally {
        running.current.delete(controller);
      }
    },
    [announce, dismiss, draftId, language, onSignedOut, patch, texts, updateAnswer],
  );

  const add = useCallback(
    (pointer: Pointer, chosen: readonly File[]) => {
      const field = form.fields.get(fieldPathOf(pointer));
      if (!field) return;
      const rule = ruleOf(field);
      const kinds = [...new Set(rule.accept.map((type) => texts.kinds[type] ?? type))].join(texts.between);
      const reasons = {
        'too-large': texts.tooLarge(sizeText(rule.maxBytes)),
        'wrong-kind': texts.wrongKind(kinds),
        'too-many': texts.tooMany(rule.maxCount),
      };
      let room =
        rule.maxCount -
        idsAt(answers, pointer).length -
        pending.filter((one) => one.pointer === pointer && one.failure === null).length;
      const next = chosen.map((file) => {
        const refusal = refusalOf(file, rule) ?? (room > 0 ? null : 'too-many');
        if (refusal === null) room -= 1;
        const key = crypto.randomUUID();
        const failure = refusal === null ? null : reasons[refusal];
        return { file, line: { key, pointer, name: file.name, bytes: file.size, progress: 0, failure } };
      });
      setPending((before) => [
        ...before.filter((one) => one.pointer !== pointer || one.failure === null),
        ...next.map(({ line }) => line),
      ]);
      for (const { file, line } of next) {
        if (line.failure === null) void send(pointer, file, line.key);
        else announce(texts.failed(file.name, line.failure));
      }
    },
    [announce, answers, form, pending, send, texts],
  );

  const remove = useCallback(
    (pointer: Pointer, attachmentId: string) => {
      updateAnswer(pointer, (now) => {
        const rest = idsAt(now, pointer).filter((id) => id !== attachmentId);
        return rest.length === 0 ? undefined : rest;
      });
      announce(texts.removed(attachments.get(attachmentId)?.name ?? ''));
      // The answer no longer names the file; should this call fail, the file goes with the draft.
      deleteAttachment(draftId, attachmentId).catch(() => undefined);
    },
    [announce, attachments, draftId, texts, updateAnswer],
  );

  const files = useMemo<FormFiles>(
    () => ({
      attachments,
      pending: (pointer) => pending.filter((one) => one.pointer === pointer),
      add,
      remove,
      dismiss,
      address: attachmentAddress,
    }),
    [attachments, pending, add, remove, dismiss],
  );
  return { files, sending: pending.some((one) => one.failure === null) };
}

function idsAt(answers: RawAnswers, pointer: Pointer): readonly string[] {
  const value = valueAt(answers, pointer);
  return Array.isArray(value) ? (value as readonly string[]) : [];
}
