import { useMemo } from 'react';
import { compileProcedure, type Procedure } from '#engine';
import { useDraft } from '../workspace/use-workspace.js';

/** The draft as a procedure that runs; null while it has errors. */
export function useCompiled(): Procedure | null {
  const files = useDraft((state) => state.files);
  return useMemo(() => {
    const compiled = compileProcedure(files);
    return compiled.ok ? compiled.procedure : null;
  }, [files]);
}
