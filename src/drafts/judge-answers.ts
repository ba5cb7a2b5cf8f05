import {
  type AnswerContext,
  type Answers,
  civilDateInJapan,
  evaluateAnswers,
  findSubmittedExtras,
  type Problem,
} from '#engine';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { describeProblems } from '../procedures/describe-problems.js';
import type { CompiledVersion } from '../procedures/procedure-library.js';
import { attachedFiles } from './attached-files.js';
import type { AttachmentRow } from './drafts.queries.js';

/** Answers that may be submitted. */
export interface GoodAnswers {
  /** Pruned, computed values set by us. */
  readonly answers: Answers;
  readonly warnings: readonly Problem[];
  /** Files of the draft that they refer to. */
  readonly files: readonly AttachmentRow[];
}

/**
 * The server's verdict over what was sent: every problem at once, or answers that are ours in every computed value.
 *
 * @param now the database's clock: `today` of every expression is its civil date in Japan
 * @param applications that the answers may refer to
 * @param setAside says of a problem that an official lets it pass: it stays as a warning
 */
export function judgeAnswers(
  version: CompiledVersion,
  given: Answers,
  attachments: readonly AttachmentRow[],
  now: Date,
  applications: NonNullable<AnswerContext['applications']>,
  setAside: (problem: Problem) => boolean = () => false,
): Outcome<GoodAnswers> {
  const {
    procedure: { form },
    validators,
  } = version;
  const today = civilDateInJapan(now.toISOString());
  const evaluation = evaluateAnswers(form, given, { today, applications }, validators);
  const files = attachedFiles(form, evaluation.answers, attachments);
  const problems = [
    ...evaluation.problems.filter((each) => each.level === 'error' && !setAside(each)),
    ...findSubmittedExtras(form, given, evaluation),
    ...files.problems,
  ];
  if (problems.length > 0)
    return refuse('answers-invalid', { problems: describeProblems(version, problems) });
  return done({
    answers: evaluation.answers,
    warnings: evaluation.problems
      .filter((each) => each.level === 'warning' || setAside(each))
      .map((each) => ({ ...each, level: 'warning' })),
    files: files.own,
  });
}
