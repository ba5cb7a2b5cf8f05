import type { DraftStage, DraftWorkflow, Way } from './draft-workflow.js';
import type { Selection } from './selection.js';

/** What the picture and the list of a circuit show and can do alike. */
export interface CircuitViewProps {
  readonly workflow: DraftWorkflow;
  readonly selection: Selection | null;
  readonly onSelect: (selection: Selection) => void;
  readonly onMove: (stage: DraftStage, before: string | null) => void;
  readonly onInsert: (way: Way) => void;
  /** `to` is null while it is still to be chosen. */
  readonly onConnect: (from: string, to: string | null) => void;
  readonly onRemove: (stage: DraftStage) => void;
}
