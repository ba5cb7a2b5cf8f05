import type { ReactNode } from 'react';
import { useWorkspace } from '../workspace/use-workspace.js';

/** Whether this author may change the draft, or only look at it. */
export function useMayWrite(): boolean {
  return useWorkspace().draft.mayWrite;
}

/** What does nothing but change the draft: nobody else is shown it. */
export function ForWriters({ children }: { readonly children: ReactNode }): ReactNode {
  return useMayWrite() ? children : null;
}

/** Boxes that say what the draft is: all may read them, and only who may write can type. */
export function Boxes({ children }: { readonly children: ReactNode }): ReactNode {
  const mayWrite = useMayWrite();
  if (mayWrite) return children;
  return (
    <fieldset className="builder-fixed" role="none" disabled>
      {children}
    </fieldset>
  );
}
