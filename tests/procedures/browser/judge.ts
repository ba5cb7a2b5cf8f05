import {
  type Answers,
  describeProblem,
  evaluateAnswers,
  type ProcedureResult,
  type PageValidators,
  startWorkflow,
} from '#engine';

export interface Asked {
  readonly today: string;
  readonly now: string;
  readonly answers: readonly Answers[];
}

/** Everything the engine says of some answers, as text that can be compared: one line for each. */
export function judge(
  compiled: ProcedureResult,
  validators: PageValidators,
  asked: Asked,
): readonly string[] {
  if (!compiled.ok) return compiled.problems.map((problem) => JSON.stringify(problem));
  const { procedure } = compiled;
  return asked.answers.map((given) => {
    const {
      answers,
      asked: questions,
      problems,
    } = evaluateAnswers(procedure.form, given, { today: asked.today }, validators);
    const application = { answers, number: '0009-03-0000001-0', submittedOn: asked.today, warnings: 0 };
    const sound = problems.every((problem) => problem.level !== 'error');
    return JSON.stringify({
      answers,
      asked: [...questions],
      problems,
      japanese: problems.map((problem) => describeProblem(problem, procedure.form, 'ja')),
      english: problems.map((problem) => describeProblem(problem, procedure.form, 'en')),
      arrival: sound ? startWorkflow(procedure, application, asked.now) : null,
    });
  });
}
