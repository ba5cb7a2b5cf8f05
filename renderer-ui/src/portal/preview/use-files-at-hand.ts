import { useMemo, useState } from 'react';
import type { AttachmentView } from '../../api/types.js';
import { type AnswersInHand, type FormFiles, valueAt } from '../../form/index.js';

/** Files stay on the device: only that they were chosen is known. */
export function useFilesAtHand(inHand: AnswersInHand): FormFiles {
  const [attachments, setAttachments] = useState<ReadonlyMap<string, AttachmentView>>(new Map());
  return useMemo(
    () => ({
      attachments,
      pending: () => [],
      add: (pointer, files) => {
        const chosen = files.map((file): AttachmentView => ({
          id: crypto.randomUUID(),
          field: '',
          name: file.name,
          mediaType: file.type,
          bytes: file.size,
          sha256: '',
        }));
        setAttachments((before) => new Map([...before, ...chosen.map((one) => [one.id, one] as const)]));
        inHand.setAnswer(pointer, [...idsAt(inHand, pointer), ...chosen.map(({ id }) => id)]);
      },
      remove: (pointer, id) =>
        inHand.setAnswer(
          pointer,
          idsAt(inHand, pointer).filter((one) => one !== id),
        ),
      dismiss: nothing,
      cancel: nothing,
      retry: nothing,
      sizeBefore: () => null,
      twinOf: () => null,
      address: () => '#',
    }),
    [attachments, inHand],
  );
}

function idsAt(inHand: AnswersInHand, pointer: string): readonly unknown[] {
  const there = valueAt(inHand.state.answers, pointer);
  return Array.isArray(there) ? (there as readonly unknown[]) : [];
}

function nothing(): void {
  // Nothing is on its way anywhere.
}
