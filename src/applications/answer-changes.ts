import { type Answers, diffAnswers, type Form } from '#engine';
import type { DeskApplicationView } from './desk.dto.js';

/** What a correction changed, as the desk reads it. */
export function answerChanges(form: Form, before: Answers, after: Answers): DeskApplicationView['changes'] {
  return diffAnswers(form, before, after).map((change) => ({ ...change }));
}
