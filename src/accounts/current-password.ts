import type { ProvenPassword } from '../access/prove-password.js';
import type { FieldProblem } from '../http/problem.dto.js';
import { problem } from './judge-profile.js';
import { currentPasswordSentences } from './profile-sentences.js';

/** What the field of the present password is told. */
export function currentPasswordProblems(proven: ProvenPassword): readonly FieldProblem[] {
  if (proven === 'right') return [];
  return [problem('/currentPassword', `password-${proven}`, currentPasswordSentences[proven])];
}
