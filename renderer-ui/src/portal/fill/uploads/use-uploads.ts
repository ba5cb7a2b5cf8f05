import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { attachmentAddress } from '../../../api/applications.js';
import { deleteAttachment } from '../../../api/drafts.js';
import { isRefused } from '../../../api/request.js';
import type { AttachmentView } from '../../../api/types.js';
import {
  fieldPathOf,
  maySendSmaller,
  refusalOf,
  ruleOf,
  valueAt,
  withValueAt,
  type AnswersInHand,
  type Form,
  type FormFiles,
  type PendingUpload,
  type Pointer,
  type RawAnswers,
} from '../../../form/index.js';
import { useFormTexts, useLanguage } from '../../../texts/index.js';
import { sizeText, useAnnounce } from '../../../ui/index.js';
import { filesOf, forgetFile, keepFile, type KeptFile } from './file-journal.js';
import { dropUpload, sendFile } from './send-file.js';

interface UploadsInput {
  readonly draftId: string;
  readonly form: Form;
  readonly initial: readonly AttachmentView[];
  readonly inHand: AnswersInHand;
  readonly onSignedOut: () => void;
}

export interface Uploads {
  readonly files: FormFiles;
  /** Files still on their way. */
  readonly sending: boolean;
}

interface Pending extends PendingUpload {
  readonly pointer: Pointer;
  readonly file: File;
  /** A photograph of which a smaller copy is to go. */
  readonly large: boolean;
}

/** Sent at once; the others wait their turn. */
const AT_ONCE = 2;

/**
 * Files go on their way as soon as they are chosen, a few at once, and arrive even if the page has been turned, the line
 * was lost or the browser closed in between.
 */
export function useUploads(input: UploadsInput): Uploads {
  const { draftId, form, initial, inHand, onSignedOut } = input;
  const texts = useFormTexts().attachment;
  const language = useLanguage();
  const announce = useAnnounce();
  const [attachments, setAttachments] = useState(() => new Map(initial.map((one) => [one.id, one])));
  const [sizesBefore, setSizesBefore] = useState<ReadonlyMap<string, number>>(new Map());
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
    void forgetFile(key);
  }, []);

  // What was chosen before the page was closed goes on.
  useEffect(() => {
    let isHere = true;
    void filesOf(draftId).then((kept) => {
      if (!isHere) return;
      const lines = kept
        .filter(({ pointer }) => form.fields.has(fieldPathOf(pointer)))
        .map(({ key, pointer, file, large }) => lineOf(key, pointer, file, null, large));
      setPending((before) => [
        ...before,
        ...lines.filter((line) => !before.some((one) => one.key === line.key)),
      ]);
    });
    return () => {
      isHere = false;
    };
  }, [draftId, form]);

  const send = useCallback(
    async (one: Pending) => {
      const { key, pointer } = one;
      const controller = new AbortController();
      running.current.set(key, controller);
      let file = one.file;
      try {
        if (one.large) {
          patch(key, { state: 'preparing' });
          file = await smallerOf(file);
          if (controller.signal.aborted) return;
          await keepFile({ key, draftId, pointer, file, at: Date.now() });
          patch(key, { file, bytes: file.size, large: false, state: 'sending' });
        }
        const arrived = await sendFile({
          id: key,
          draftId,
          field: fieldPathOf(pointer),
          file,
          signal: controller.signal,
          onProgress: (progress) => patch(key, { progress, state: 'sending' }),
          onPause: (why) => {
            patch(key, { state: 'paused' });
            if (why === 'signed-out') onSignedOut();
          },
        });
        setAttachments((before) => new Map(before).set(arrived.id, arrived));
        const { size } = one.file;
        if (file.size < size) setSizesBefore((before) => new Map(before).set(arrived.id, size));
        inHand.update((now) => withValueAt(now, pointer, [...new Set([...idsAt(now, pointer), arrived.id])]));
        dismiss(key);
        announce(texts.arrived(file.name));
      } catch (error) {
        if (controller.signal.aborted) return;
        running.current.delete(key);
        const failure = isRefused(error) ? error.problem.detail[language] : texts.unreachable;
        // The server will say the same of it again: it is kept on the screen, and nowhere else.
        void forgetFile(key);
        patch(key, { failure, state: 'failed' });
        announce(texts.failed(file.name, failure));
      }
    },
    [announce, dismiss, draftId, inHand, language, onSignedOut, patch, texts],
  );

  useEffect(() => {
    const room = AT_ONCE - running.current.size;
    const next = pending.filter(({ key, state }) => state === 'waiting' && !running.current.has(key));
    for (const one of next.slice(0, Math.max(0, room))) void send(one);
  }, [pending, send]);

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
        idsAt(inHand.state.answers, pointer).length -
        pending.filter((one) => one.pointer === pointer && one.failure === null).length;
      const lines = chosen.map((file) => {
        const refusal = refusalOf(file, rule) ?? (room > 0 ? null : 'too-many');
        if (refusal === null) room -= 1;
        const failure = refusal === null ? null : reasons[refusal];
        return lineOf(crypto.randomUUID(), pointer, file, failure, maySendSmaller(file, rule));
      });
      setPending((before) => [
        ...before.filter((one) => one.pointer !== pointer || one.failure === null),
        ...lines,
      ]);
      for (const { failure, ...line } of lines) {
        if (failure === null) void keepFile(keptOf(line, draftId));
        else announce(texts.failed(line.name, failure));
      }
    },
    [announce, draftId, form, inHand, pending, texts],
  );

  const cancel = useCallback(
    (key: string) => {
      const name = pending.find((one) => one.key === key)?.name ?? '';
      dismiss(key);
      dropUpload(key);
      announce(texts.cancelled(name));
    },
    [announce, dismiss, pending, texts],
  );

  const retry = useCallback(
    (key: string) => {
      const one = pending.find((each) => each.key === key);
      if (!one) return;
      void keepFile(keptOf(one, draftId));
      patch(key, { failure: null, state: 'waiting', progress: 0 });
    },
    [draftId, patch, pending],
  );

  const remove = useCallback(
    (pointer: Pointer, attachmentId: string) => {
      inHand.update((now) => {
        const rest = idsAt(now, pointer).filter((id) => id !== attachmentId);
        return withValueAt(now, pointer, rest.length === 0 ? undefined : rest);
      });
      announce(texts.removed(attachments.get(attachmentId)?.name ?? ''));
      // The answer no longer names the file; should this call fail, the file goes with the draft.
      deleteAttachment(draftId, attachmentId).catch(() => undefined);
    },
    [announce, attachments, draftId, inHand, texts],
  );

  const files = useMemo<FormFiles>(
    () => ({
      attachments,
      pending: (pointer) => pending.filter((one) => one.pointer === pointer),
      add,
      remove,
      dismiss,
      cancel,
      retry,
      sizeBefore: (id) => sizesBefore.get(id) ?? null,
      twinOf: (id, answers) => {
        const sha256 = attachments.get(id)?.sha256;
        const same = [...attachments.values()].filter((one) => one.id !== id && one.sha256 === sha256);
        if (same.length === 0) return null;
        const named = JSON.stringify(answers);
        const twin = same.find((other) => named.includes(other.id));
        return twin ? (form.fields.get(twin.field)?.title ?? null) : null;
      },
      address: attachmentAddress,
    }),
    [attachments, sizesBefore, pending, form, add, remove, dismiss, cancel, retry],
  );
  return { files, sending: pending.some((one) => one.failure === null) };
}

/** The original where no smaller copy comes about, or what would make one does not come. */
async function smallerOf(picture: File): Promise<File> {
  try {
    const { smallerPicture } = await import('../../../drafts/smaller-picture.js');
    return (await smallerPicture(picture)) ?? picture;
  } catch {
    return picture;
  }
}

function keptOf(
  { key, pointer, file, large }: Pick<Pending, 'key' | 'pointer' | 'file' | 'large'>,
  draftId: string,
): KeptFile {
  return { key, draftId, pointer, file, at: Date.now(), ...(large && { large }) };
}

function lineOf(key: string, pointer: Pointer, file: File, failure: string | null, large = false): Pending {
  return {
    key,
    pointer,
    file,
    large,
    name: file.name,
    bytes: file.size,
    progress: 0,
    state: failure === null ? 'waiting' : 'failed',
    // Refused before it was sent: another try would be refused alike.
    canRetry: failure === null,
    failure,
  };
}

function idsAt(answers: RawAnswers, pointer: Pointer): readonly string[] {
  const value = valueAt(answers, pointer);
  return Array.isArray(value) ? (value as readonly string[]) : [];
}
