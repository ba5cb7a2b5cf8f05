import { fieldPathAt, type Procedure, type WorkflowState } from '#engine';

export interface PointRow {
  readonly seq: number;
  readonly n: number;
  readonly path: string;
  readonly reason: string | null;
}

/** The points of a request for correction that a step begins; none for every other step. @param seq of that step */
export function correctionPoints(
  { workflow: { reasons } }: Procedure,
  before: Pick<WorkflowState, 'correction'>,
  { correction }: Pick<WorkflowState, 'correction'>,
  seq: number,
): readonly PointRow[] {
  if (!correction || before.correction?.requestedAt === correction.requestedAt) return [];
  return correction.targets.map(({ path, comment }, index) => ({
    seq,
    n: index + 1,
    path: fieldPathAt(path),
    reason: reasons.find(({ text }) => comment.includes(text))?.code ?? null,
  }));
}
