import { useEffect, useRef, useState } from 'react';
import { deleteMessageFile, uploadMessageFile, type Side } from '../api/messages.js';
import { isRefused } from '../api/request.js';
import type { ConversationView, MessageFileView } from '../api/types.js';
import { useLanguage, useMessagesTexts } from '../texts/index.js';
import { sizeText, useAnnounce } from '../ui/index.js';

/** A file chosen for the message: on its way, arrived, or refused with the reason. */
export interface ChosenFile {
  readonly key: string;
  readonly name: string;
  readonly bytes: number;
  /** 0 to 1. */
  readonly progress: number;
  readonly failure: string | null;
  readonly arrived: MessageFileView | null;
}

export interface MessageFiles {
  readonly chosen: readonly ChosenFile[];
  readonly sending: boolean;
  /** How many more the message takes. */
  readonly room: number;
  add(files: readonly File[]): void;
  remove(file: ChosenFile): void;
  clear(): void;
}

export const ACCEPTED = 'image/jpeg,image/png,image/heic,image/webp,application/pdf,.heic,.heif';
const KINDS = /\.(jpe?g|png|heic|heif|webp|pdf)$/i;

/** Files leave as soon as they are chosen; the message then names them. */
export function useMessageFiles(
  side: Side,
  { applicationId, maxFiles, maxFileBytes }: ConversationView,
): MessageFiles {
  const texts = useMessagesTexts();
  const language = useLanguage();
  const announce = useAnnounce();
  const [chosen, setChosen] = useState<readonly ChosenFile[]>([]);
  const running = useRef(new Set<AbortController>());
  useEffect(() => {
    const controllers = running.current;
    return () => controllers.forEach((controller) => controller.abort());
  }, []);

  const patch = (key: string, change: Partial<ChosenFile>): void =>
    setChosen((before) => before.map((one) => (one.key === key ? { ...one, ...change } : one)));

  async function send(file: File, key: string): Promise<void> {
    const controller = new AbortController();
    running.current.add(controller);
    try {
      const arrived = await uploadMessageFile(
        side,
        applicationId,
        file,
        (progress) => patch(key, { progress }),
        controller.signal,
      );
      patch(key, { arrived, progress: 1 });
      announce(texts.arrived(file.name));
    } catch (error) {
      if (controller.signal.aborted) return;
      const failure = isRefused(error) ? error.problem.detail[language] : texts.unreachable;
      patch(key, { failure });
      announce(failure);
    } finally {
      running.current.delete(controller);
    }
  }

  const good = chosen.filter((one) => one.failure === null);
  return {
    chosen,
    sending: good.some((one) => one.arrived === null),
    room: maxFiles - good.length,
    add(files) {
      let room = maxFiles - good.length;
      const refusalOf = (file: File): string | null => {
        if (!KINDS.test(file.name) && !ACCEPTED.split(',').includes(file.type)) return texts.wrongKind;
        if (file.size > maxFileBytes) return texts.tooLarge(sizeText(maxFileBytes));
        return room > 0 ? null : texts.tooMany(maxFiles);
      };
      const next = files.map((file) => {
        const failure = refusalOf(file);
        if (failure === null) room -= 1;
        const key = crypto.randomUUID();
        return { file, one: { key, name: file.name, bytes: file.size, progress: 0, failure, arrived: null } };
      });
      setChosen([...good, ...next.map(({ one }) => one)]);
      for (const { file, one } of next) {
        if (one.failure === null) void send(file, one.key);
        else announce(one.failure);
      }
    },
    remove(file) {
      setChosen((before) => before.filter((one) => one.key !== file.key));
      // The message no longer names it; should this call fail, the file goes with the next message.
      if (file.arrived) deleteMessageFile(side, applicationId, file.arrived.id).catch(() => undefined);
    },
    clear: () => setChosen([]),
  };
}
