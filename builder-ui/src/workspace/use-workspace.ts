import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Workspace } from './workspace.js';
import type { WorkspaceState } from './workspace-state.js';

const WorkspaceContext = createContext<Workspace | null>(null);

export const WorkspaceProvider = WorkspaceContext.Provider;

/** The draft in hand: what changes it. */
export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (!workspace) throw new Error('A part of the builder stands outside of WorkspaceProvider.');
  return workspace;
}

/**
 * A part of what is known of the draft; the caller is drawn again when that part becomes another.
 *
 * @param select gives what is there already, or a plain value: an object made anew each time would never be the same
 */
export function useDraft<T>(select: (state: WorkspaceState) => T): T {
  const workspace = useWorkspace();
  return useSyncExternalStore(workspace.subscribe, () => select(workspace.state));
}
