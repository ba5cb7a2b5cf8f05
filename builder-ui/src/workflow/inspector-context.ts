import { createContext, useContext } from 'react';
import type { Operation, Problem, ProcedureFiles } from '#engine';
import type { DraftWorkflow } from './draft-workflow.js';
import type { NameKind } from './names.js';
import type { PartChange, Path } from './part-change.js';

/** What every control of the inspector needs to know of the part that it edits. */
export interface InspectorPart {
  readonly files: ProcedureFiles;
  readonly workflow: DraftWorkflow;
  /** Which file the part stands in. */
  readonly file: 'workflow.json' | 'procedure.json';
  /** Of the part in its file. */
  readonly pointer: string;
  /** What stands at a place of the file: a name of something, an expression, or (null) what is written freely. */
  meaningOf(pointer: string): NameKind | 'expression' | null;
  readonly problems: readonly Problem[];
  /**
   * @param words what is changed, for what can be undone
   * @param first what has to be made before, in the same step
   */
  change(change: PartChange, words: string, first?: readonly Operation[]): void;
}

const InspectorContext = createContext<InspectorPart | null>(null);

export const InspectorProvider = InspectorContext.Provider;

export function useInspected(): InspectorPart {
  const part = useContext(InspectorContext);
  if (!part) throw new Error('A control of the inspector stands outside of InspectorProvider.');
  return part;
}

export function pointerTo(pointer: string, path: Path): string {
  return path.reduce<string>(
    (way, one) => `${way}/${String(one).replaceAll('~', '~0').replaceAll('/', '~1')}`,
    pointer,
  );
}

/** Problems of exactly this place; `deep`: and of all that is in it. */
export function problemsAt(
  problems: readonly Problem[],
  pointer: string,
  deep = false,
  file: InspectorPart['file'] = 'workflow.json',
): readonly Problem[] {
  const place = `${file}#${pointer}`;
  return problems.filter(({ path }) => path === place || (deep && path.startsWith(`${place}/`)));
}
