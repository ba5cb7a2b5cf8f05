/** What the tabs of one browser tell each other. */
export type DraftNews =
  | { readonly kind: 'saved'; readonly draftId: string; readonly revision: number }
  /** Somebody has signed out: nothing of theirs is to stay on a screen. */
  | { readonly kind: 'left' };

const NAME = 'tetsuzuki.drafts';

/** To the other tabs alone. A browser without channels learns of it at the next save. */
export function tellTabs(news: DraftNews): void {
  if (typeof BroadcastChannel === 'undefined') return;
  const channel = new BroadcastChannel(NAME);
  channel.postMessage(news);
  channel.close();
}

/** @returns the way to stop listening */
export function hearTabs(onNews: (news: DraftNews) => void): () => void {
  if (typeof BroadcastChannel === 'undefined') return () => undefined;
  const channel = new BroadcastChannel(NAME);
  channel.onmessage = (event: MessageEvent<DraftNews>) => onNews(event.data);
  return () => channel.close();
}
