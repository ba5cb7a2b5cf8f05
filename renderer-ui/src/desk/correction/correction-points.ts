import type { TakeActionRequest } from '../../api/types.js';

/** One thing the applicant is asked to correct. `path` is a JSON Pointer into the answers. */
export interface CorrectionPoint {
  readonly path: string;
  /** Page and field as the applicant reads them: 「営業許可　有効期間のおわり」. */
  readonly label: string;
  readonly comment: string;
}

export type CorrectionPoints = readonly CorrectionPoint[];

/** Ticks or unticks; a comment typed before unticking is not kept. Points stay in the order of the form. */
export function togglePoint(
  points: CorrectionPoints,
  target: { path: string; label: string },
  order: readonly string[],
): CorrectionPoints {
  const without = points.filter((point) => point.path !== target.path);
  if (without.length < points.length) return without;
  return [...without, { ...target, comment: '' }].sort(
    (a, b) => order.indexOf(a.path) - order.indexOf(b.path),
  );
}

export function commentPoint(points: CorrectionPoints, path: string, comment: string): CorrectionPoints {
  return points.map((point) => (point.path === path ? { ...point, comment } : point));
}

/** Puts a ready sentence after what stands there already, never over it. */
export function addSentence(comment: string, sentence: string): string {
  return comment.trim() === '' ? sentence : `${comment.trimEnd()}\n${sentence}`;
}

/** Pointers of the points that tell the applicant nothing yet. */
export function uncommented(points: CorrectionPoints): readonly string[] {
  return points.filter((point) => point.comment.trim() === '').map((point) => point.path);
}

export function toTargets(points: CorrectionPoints): NonNullable<TakeActionRequest['targets']> {
  return points.map(({ path, comment }) => ({ path, comment: comment.trim() }));
}
