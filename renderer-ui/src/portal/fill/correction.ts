import type { DraftView } from '../../api/types.js';
import { isInside, pageOf, type Evaluation, type FieldCorrection, type Page } from '../../form/index.js';

/**
 * What may be changed while a correction is answered: the places the officer named and all within them, and questions
 * that are asked only since one of these changed.
 */
export function correctionOf(
  correction: DraftView['correction'],
  askedAtStart: ReadonlySet<string>,
): FieldCorrection | null {
  if (correction === null) return null;
  const comments = new Map(correction.targets.map((target) => [target.path, target.comment]));
  const targets = [...comments.keys()];
  return {
    isOpen: (pointer) => targets.some((target) => isInside(pointer, target)) || !askedAtStart.has(pointer),
    comment: (pointer) => comments.get(pointer) ?? null,
  };
}

/** A page with something to change on it. */
export function pageIsOpen(page: Page, correction: FieldCorrection, evaluation: Evaluation): boolean {
  return [...evaluation.asked].some((pointer) => pageOf(pointer) === page.name && correction.isOpen(pointer));
}
