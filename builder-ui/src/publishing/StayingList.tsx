import type { ReactNode } from 'react';
import { useMovesTexts } from '../texts/moves.js';

/** Why how many applications stay where they are. */
export function StayingList({
  title,
  lines,
}: {
  readonly title: string;
  readonly lines: readonly { readonly reason: string; readonly count: number }[];
}): ReactNode {
  const texts = useMovesTexts();
  if (lines.length === 0) return null;
  const wordsOf = (reason: string): string =>
    Object.hasOwn(texts.reasons, reason) ? texts.reasons[reason as keyof typeof texts.reasons] : reason;
  return (
    <>
      <p>{title}</p>
      <ul>
        {lines.map(({ reason, count }) => (
          <li key={reason}>{texts.count(wordsOf(reason), count)}</li>
        ))}
      </ul>
    </>
  );
}
