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
export { compileProcedure, type ProcedureResult } from './procedure/compile-procedure.js';
export type * from './procedure/procedure.js';
export { civilDateInJapan } from './japanese/civil-date.js';
export { eraDate } from './japanese/era-date.js';
export { addWorkingDays, isWorkingDay, workingDaysBetween } from './japanese/working-days.js';
export { documentToHtml } from './notice/document-html.js';
export { documentToText } from './notice/document-text.js';
export { fillTemplate } from './notice/fill-template.js';
export { type DocumentFacts, noticeFacts, targetLabel } from './notice/notice-facts.js';
export { UnprintableTextError } from './notice/printed-text.js';
export type * from './notice/template.js';
export { type Example, readExample } from './procedure/read-example.js';
export { runExample } from './procedure/run-example.js';
export { advance, startWorkflow } from './workflow/advance.js';
export { type AvailableAction, availableActions } from './workflow/available-actions.js';
export { clockLedger, type ClockLedger, type ClockSpan } from './workflow/clock-ledger.js';
export { holdApplication, releaseHold } from './workflow/hold.js';
export { type ApplicationFacts, workflowFacts } from './workflow/workflow-facts.js';
export type * from './workflow/workflow.js';
