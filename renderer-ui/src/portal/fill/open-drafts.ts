const open = new Set<() => Promise<unknown>>();

/** Registers a draft that is being filled in; gives the way to take it off again. */
export function noteOpenDraft(flush: () => Promise<unknown>): () => void {
  open.add(flush);
  return () => void open.delete(flush);
}

/** Before somebody signs out: what was typed last is on its way to the server before the session ends. */
export async function saveOpenDrafts(): Promise<void> {
  await Promise.allSettled([...open].map((flush) => flush()));
}
