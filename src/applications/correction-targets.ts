import {
  type Answers,
  type CorrectionTarget,
  type Form,
  resolvePointer,
  stablePointer,
  targetLabel,
} from '#engine';
import type { Language } from '../http/language.js';

/** Targets that go on meaning the same rows, whatever rows come and go while the applicant corrects. */
export function lastingTargets(answers: Answers, targets: readonly CorrectionTarget[]): CorrectionTarget[] {
  return targets.map((target) => ({ ...target, path: stablePointer(answers, target.path) }));
}

/** The targets where they stand in these answers now, with the words for each place. */
export function targetsIn(
  form: Form,
  answers: Answers,
  targets: readonly CorrectionTarget[],
  language: Language = 'ja',
): { path: string; label: string; comment: string }[] {
  return targets.map(({ path, comment }) => ({
    path: resolvePointer(form, answers, path)?.pointer ?? path,
    label: targetLabel(form, path, answers, language),
    comment,
  }));
}
