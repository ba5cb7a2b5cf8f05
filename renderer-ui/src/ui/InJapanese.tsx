import type { ReactNode } from 'react';
import { useLanguage } from '../texts/index.js';

/** From a Japanese letter to the last one before Latin words go on: 「中央区南船場1-2-3」. */
const RUN =
  /([\u3005-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff9f](?:[^A-Za-z“”=×÷]*[\u3005-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff9f])?)/u;

/**
 * Names, addresses and examples stay Japanese where the screen speaks English; marked as such, they are read aloud
 * with the right voice (JIS X 8341-3, 3.1.2).
 */
export function InJapanese({ children }: { readonly children: string }): ReactNode {
  if (useLanguage() === 'ja') return children;
  return children.split(RUN).map((part, index) =>
    index % 2 === 1 ? (
      <span key={index} lang="ja">
        {part}
      </span>
    ) : (
      part
    ),
  );
}
