import type { DraftView } from '../api/types.js';
import {
  isInside,
  pageOf,
  resolvePointer,
  type Evaluation,
  type FieldCorrection,
  type Form,
  type Page,
  type Pointer,
  type RawAnswers,
} from '../form/index.js';

/** Where the places that the officer named are now: rows are named by id in a request, and by number on the screen. */
export function correctionPlaces(
  correction: DraftView['correction'],
  form: Form,
  answers: RawAnswers,
): readonly Pointer[] {
  return (correction?.targets ?? []).map(({ path }) => resolvePointer(form, answers, path)?.pointer ?? path);
}

/**
 * What may be changed while a correction is answered: the places the officer named and all within them, and questions
 * that are asked only since one of these changed.
 *
 * @param places of its targets, in their order
 */
export function correctionOf(
  correction: DraftView['correction'],
  askedAtStart: ReadonlySet<string>,
  places: readonly Pointer[],
): FieldCorrection | null {
  if (correction === null) return null;
  const comments = new Map(
    correction.targets.map(({ path, comment }, index) => [places[index] ?? path, comment]),
  );
  const targets = [...comments.keys()];
  return {
    isOpen: (pointer) => targets.some((target) => isInside(pointer, target)) || !askedAtStart.has(pointer),
    comment: (pointer) => comments.get(pointer) ?? null,
  };
}

/** A page with something to change on it. */
export function pageIsOpen(page: Page, correction: FieldCorrection, asked: Evaluation['asked']): boolean {
  return [...asked].some((pointer) => pageOf(pointer) === page.name && correction.isOpen(pointer));
}
