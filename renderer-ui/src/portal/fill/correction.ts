import type { DraftView } from '../../api/types.js';
import {
  isInside,
  pageOf,
  resolvePointer,
  type Evaluation,
  type FieldCorrection,
  type Form,
  type Page,
  type RawAnswers,
} from '../../form/index.js';

/**
 * What may be changed while a correction is answered: the places the officer named and all within them, and questions
 * that are asked only since one of these changed.
 */
export function correctionOf(
  correction: DraftView['correction'],
  askedAtStart: ReadonlySet<string>,
  form: Form,
  answers: RawAnswers,
): FieldCorrection | null {
  if (correction === null) return null;
  // Rows are named by id in a request, and by number on the screen.
  const placeOf = (path: string): string => resolvePointer(form, answers, path)?.pointer ?? path;
  const comments = new Map(correction.targets.map((target) => [placeOf(target.path), target.comment]));
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
