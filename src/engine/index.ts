/** The only door into the engine. Pure: no clock, no files, no network; the same in browsers, server and CLI. */
export type {
  AnswerContext,
  Answers,
  Evaluation,
  PageValidator,
  PageValidatorError,
  PageValidators,
} from './answers/answers.js';
export { evaluateAnswers } from './answers/evaluate-answers.js';
export {
  compileExpression,
  Decimal,
  EvaluationError,
  type Explanation,
  type Expression,
  type Facts,
  type FeelType,
  type Scope,
  toJson,
  toText,
} from './expression/index.js';
export { FORMATS, type Format, UUID } from './japanese/formats.js';
export { type Problem, problem } from './problem.js';
export { compileForm, type FormResult } from './procedure/compile-form.js';
export type * from './procedure/procedure.js';
