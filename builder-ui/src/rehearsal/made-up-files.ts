import { useMemo, useState } from 'react';
import type { AttachmentView } from '../../../renderer-ui/src/api/types.js';
import { type AnswersInHand, type FormFiles, valueAt } from '../../../renderer-ui/src/form/index.js';

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** Files of a rehearsal stay where they are: only that they were attached is known. */
export function useMadeUpFiles(inHand: AnswersInHand): FormFiles {
  const [attachments, setAttachments] = useState<ReadonlyMap<string, AttachmentView>>(
    () =>
      new Map(
        idsIn(inHand.state.answers).map(
          (id) => [id, madeUp(id, '見本.pdf', 'application/pdf', 1024)] as const,
        ),
      ),
  );
  return useMemo(
    () => ({
      attachments,
      pending: () => [],
      add: (pointer, files) => {
        const made = files.map((file) => madeUp(crypto.randomUUID(), file.name, file.type, file.size));
        setAttachments((before) => new Map([...before, ...made.map((one) => [one.id, one] as const)]));
        const there = valueAt(inHand.state.answers, pointer);
        const before = Array.isArray(there) ? (there as readonly unknown[]) : [];
        inHand.setAnswer(pointer, [...before, ...made.map(({ id }) => id)]);
      },
      remove: (pointer, id) => {
        const there = valueAt(inHand.state.answers, pointer);
        inHand.setAnswer(pointer, Array.isArray(there) ? there.filter((one) => one !== id) : []);
      },
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

/** Files that the answers of an example name. */
function idsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return UUID.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(idsIn) : [];
}

function madeUp(id: string, name: string, mediaType: string, bytes: number): AttachmentView {
  return { id, field: '', name, mediaType, bytes, sha256: '' };
}

function nothing(): void {
  // Nothing is on its way anywhere.
}
