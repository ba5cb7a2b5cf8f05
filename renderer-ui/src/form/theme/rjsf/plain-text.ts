import type { ReactNode } from 'react';

/** In the place of a Markdown reader: the text as it is. */
export function Markdown({ children }: { readonly children?: ReactNode }): ReactNode {
  return children;
}
