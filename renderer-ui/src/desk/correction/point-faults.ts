import type { ActionFault } from '../action/action-form.js';
import { uncommented, type CorrectionPoints } from './correction-points.js';

/** What a request for correction still lacks: a point at all, or what to do about one. */
export function pointFaults(points: CorrectionPoints): readonly ActionFault[] {
  if (points.length === 0) return [{ at: 'points', code: 'points-missing', params: {} }];
  return uncommented(points).map((path) => {
    const title = points.find((point) => point.path === path)?.label ?? path;
    return { at: path, code: 'comment-missing', params: { title } };
  });
}
