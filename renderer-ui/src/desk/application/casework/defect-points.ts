import type { AnnotationView } from '../../../api/types.js';
import type { CorrectionPoints } from '../../correction/correction-points.js';
import type { Correctable } from '../answers/answer-outline.js';

/** What officials marked as defects, as points of a request for correction: what they noted is said first. */
export function defectPoints(
  annotations: readonly AnnotationView[],
  correctables: readonly Correctable[],
): CorrectionPoints {
  return correctables.flatMap(({ path, label }) => {
    const defects = annotations.filter((one) => one.path === path && one.mark === 'defect' && !one.outdated);
    return defects.length === 0
      ? []
      : [{ path, label, comment: [...new Set(defects.map(({ note }) => note))].join('\n') }];
  });
}
