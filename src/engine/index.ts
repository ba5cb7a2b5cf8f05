/** The only door into the engine. Pure: no clock, no files, no network; the same in browsers, server and CLI. */
export type {
  AnswerContext,
  Answers,
  Evaluation,
  KnownApplication,
  PageValidator,
  PageValidatorError,
  PageValidators,
} from './answers/answers.js';
export { type ApplicationTrait, applicationTraits } from './answers/application-traits.js';
export { changedOutsideTargets } from './answers/changed-outside-targets.js';
export { type CopiedAnswers, copyAnswers, reusableFiles } from './answers/copy-answers.js';
export { type AnswerChange, type AnswerChangeKind, diffAnswers } from './answers/diff-answers.js';
export { evaluateAnswers } from './answers/evaluate-answers.js';
export { explainAsked, type ExplainedAsking } from './answers/explain-asked.js';
export { explainCheck, type ExplainedCheck } from './answers/explain-check.js';
export { answerText, clockInWords } from './answers/answer-text.js';
export { fieldHints, type FieldHints } from './answers/field-hints.js';
export { explainComputed, type ExplainedInput, type ExplainedValue } from './answers/explain-computed.js';
export { LiveEvaluation } from './answers/live-evaluation.js';
export { applicationsAsSubmitted, factsWanted } from './answers/known-applications.js';
export { findSubmittedExtras } from './answers/find-submitted-extras.js';
export { findUnsafeText } from './answers/find-unsafe-text.js';
export { isUnanswered } from './answers/is-unanswered.js';
export { type AnswerConflict, type MergedAnswers, mergeAnswers } from './answers/merge-answers.js';
export { normalizeInput } from './answers/normalize-input.js';
export {
  type OutlinedAttachment,
  type OutlinedPage,
  type OutlinedQuestion,
  outlineQuestions,
} from './answers/outline-questions.js';
export {
  prefillAnswers,
  type Prefilled,
  type PrefilledAnswer,
  type PrefillSources,
} from './answers/prefill-answers.js';
export { renderSchema } from './answers/render-schema.js';
export {
  fieldPathAt,
  type ResolvedPointer,
  resolvePointer,
  stablePointer,
} from './answers/resolve-pointer.js';
export { ROW_ID, withRowIds, withoutRowIds } from './answers/row-ids.js';
export { sameAnswer } from './answers/same-answer.js';
export { answersFor, questionsFrom, type SourceQuestion } from './answers/source-questions.js';
export { targetLabel } from './answers/target-label.js';
export { unitInWords, valueInWords } from './answers/value-in-words.js';
export { withoutComputed } from './answers/without-computed.js';
export type { Circuit } from './edit/circuits/circuit.js';
export { CIRCUITS } from './edit/circuits/circuits.js';
export { type Dependencies, dependencies, type Reader, type ReaderKind } from './edit/dependencies.js';
export {
  authoringScope,
  expressionFaults,
  expressionFunctions,
  type ExpressionPlace,
} from './edit/authoring-scope.js';
export {
  type Calculation,
  type CalculationRounding,
  type CalculationSign,
  type CalculationValue,
  readCalculation,
  writeCalculation,
} from './edit/calculation-rows.js';
export {
  type ConditionGroup,
  type ConditionRow,
  type ConditionSubgroup,
  readConditionRows,
  type RowOperator,
  type RowValue,
  writeConditionRows,
} from './edit/condition-rows.js';
export { type AuthoredField, type AuthoredKind, outlineForm } from './edit/outline-form.js';
export { editJson, type EditedJson, type JsonEdit } from './edit/edit-json.js';
export { findUses } from './edit/find-uses.js';
export { type FilePosition, locate, locator, positionOf } from './edit/locate.js';
export type { NewField, Operation, WorkflowList, WorkflowPart } from './edit/operations/operation.js';
export { perform } from './edit/operations/perform.js';
export type { Performed } from './edit/operations/working-copy.js';
export {
  STANDARD_BLOCKS,
  type StandardBlock,
  standardLines,
  type StandardLines,
} from './edit/standard-lines.js';
export { meaningInWorkflow } from './edit/names/workflow-names.js';
export { rename, type Renamed } from './edit/rename.js';
export { nameOf, type Thing, type Use, type UseKind } from './edit/thing.js';
export { thingsIn } from './edit/things-in.js';
export type { ResultCause, ResultKind } from './cover/causes.js';
export { type ChangedResult, compareResults, type ResultChange } from './cover/compare-results.js';
export type {
  Eligibility,
  EligibilityAnswers,
  EligibilityExample,
  EligibilityKind,
  EligibilityNeed,
  EligibilityQuestion,
  EligibilityReason,
  EligibilityVerdict,
} from './eligibility/eligibility.js';
export { type EligibilityJudgement, judgeEligibility } from './eligibility/judge-eligibility.js';
export { readEligibilityAnswers } from './eligibility/read-answers.js';
export { ELIGIBILITY_FILE } from './eligibility/read-eligibility.js';
export { runEligibilityExample } from './eligibility/run-eligibility-example.js';
export {
  type Cover,
  coverApplicants,
  type CoverOptions,
  type GeneratedApplicant,
} from './cover/cover-applicants.js';
export { describeResultCause, describeResultChange } from './cover/describe-change.js';
export { describeGoal } from './cover/describe-goal.js';
export type { Goal, GoalKind, GoalReport, GoalVerdict } from './cover/goal.js';
export {
  compileExpression,
  Decimal,
  EvaluationError,
  type Explanation,
  type Expression,
  type Facts,
  type FeelType,
  type FeelValue,
  type Scope,
  toJson,
  toText,
  unifyTypes,
} from './expression/index.js';
export { appealPeriod } from './japanese/appeal-period.js';
export { civilDateInJapan } from './japanese/civil-date.js';
export { corporateCheckDigit } from './japanese/corporate-number.js';
export { isCivilDate } from './japanese/date-range.js';
export { eraDate, readEraDate } from './japanese/era-date.js';
export { FORMATS, type Format, UUID } from './japanese/formats.js';
export { toZenginName } from './japanese/kana.js';
export { municipalityCode } from './japanese/municipality-code.js';
export { canonicalJson } from './canonical-json.js';
export { sameAddress, sameName } from './japanese/same-name.js';
export { nearestQuery, search, searchIndex, type SearchIndex, type SearchParts } from './japanese/search.js';
export { searchKey, searchWords } from './japanese/search-key.js';
export { yuchoAccount, yuchoBranch } from './japanese/yucho.js';
export {
  addWorkingDays,
  isBankDay,
  isInWorkingCalendar,
  isWorkingDay,
  workingDayAfter,
  workingDaysBetween,
} from './japanese/working-days.js';
export { nearestName } from './nearest-name.js';
export { canAllBeTrue, implies } from './logic/can-all-be-true.js';
export type { LogicContext } from './logic/read-condition.js';
export { appealOfNotice } from './notice/appeal-of-notice.js';
export { documentToHtml } from './notice/document-html.js';
export { documentToText } from './notice/document-text.js';
export { plainBlocks } from './notice/plain-document.js';
export { fillTemplate } from './notice/fill-template.js';
export { type DocumentFacts, noticeFacts } from './notice/notice-facts.js';
export { type PrintedHighlight, printHighlights } from './notice/print-highlights.js';
export { splitTemplate } from './notice/template-lines.js';
export { UnprintableTextError } from './notice/printed-text.js';
export { NOTICE_LAYOUTS } from './notice/template.js';
export type * from './notice/template.js';
export { describeProblem } from './problem-text.js';
export { describeAnswerProblem } from './problem-text/describe-answer.js';
export { describeCure } from './problem-text/describe-definition.js';
export { type Problem, problem } from './problem.js';
export { checkOtherForms, proceduresReferredTo } from './procedure/check-other-forms.js';
export { compileForm, type FormResult } from './procedure/compile-form.js';
export { FORM_PROGRAM_FORMAT } from './procedure/form-program-format.js';
export { type FormProgram, packForm } from './procedure/form-program.js';
export { linkForm } from './procedure/link-form.js';
export { compileProcedure, type ProcedureResult } from './procedure/compile-procedure.js';
export type * from './procedure/procedure.js';
export type * from './procedure/read-example.js';
export { readExample } from './procedure/read-example.js';
export type { JsonValue } from './procedure/parse-json.js';
export { type CsvRecord, readRecords } from './procedure/parse-table.js';
export { type ExampleMove, type ExampleWitness, runExample } from './procedure/run-example.js';
export { procedureTexts } from './texts/procedure-texts.js';
export { englishIn, englishOf } from './texts/read-texts.js';
export { translateForm } from './texts/translate-form.js';
export { translateProcedure } from './texts/translate-procedure.js';
export { type FindEnglish, translateTemplate } from './texts/translate-template.js';
export { advance, startWorkflow } from './workflow/advance.js';
export { awaitedRoles, neededSteps, rolesOfStage } from './workflow/approvals.js';
export { type AvailableAction, availableActions } from './workflow/available-actions.js';
export { addCounted, dueTimeOf } from './workflow/day-count.js';
export { type PayeeFacts, paymentFacts, type PaymentFacts } from './workflow/payment.js';
export { usualWay } from './workflow/usual-way.js';
export {
  concealAnswers,
  type ConcealedAnswer,
  readsConcealed,
  sightOf,
  type Viewer,
} from './workflow/field-access.js';
export { stageKeysOf } from './workflow/compile-stage.js';
export { OPINION_ROLE } from './workflow/compile-access.js';
export { explainRoute, type ExplainedRoute } from './workflow/explain-route.js';
export { explainStageCheck } from './workflow/explain-stage-check.js';
export { holdApplication, liftHold, releaseHold } from './workflow/hold.js';
export { clockLedger } from './workflow/clock-ledger.js';
export { type ProcessingClock, processingClock, type TypicalDays } from './workflow/processing-clock.js';
export { answersInForce, overridesInForce } from './workflow/answers-in-force.js';
export { endStaleOverrides } from './workflow/end-stale-overrides.js';
export {
  isShownToApplicant,
  mayOverride,
  type OverrideCommand,
  overrideValue,
} from './workflow/override-value.js';
export { refuseTakingOn } from './workflow/refuse-taking-on.js';
export { paidAt, takeBackPayment } from './workflow/take-back-payment.js';
export { targetsOf } from './workflow/route-for.js';
export { type StaffFieldFault } from './workflow/staff-fields.js';
export { fireTimer, nextTimer, type TimerDue } from './workflow/timers.js';
export { type ApplicationFacts, workflowFacts } from './workflow/workflow-facts.js';
export { factTitle } from './workflow/workflow-namer.js';
export type * from './workflow/review-state.js';
export type * from './workflow/workflow.js';
export { seasonOf, windowAt } from './procedure/yearly-window.js';
export { type Applied, applyPlan } from './versions/apply-plan.js';
export {
  type Change,
  type Concerned,
  type Impact,
  IMPACTS,
  NO_RENAMES,
  type Rename,
  type Renames,
  type Version,
} from './versions/change.js';
export { carryAnswers } from './versions/carry-answers.js';
export { describeChange } from './versions/describe-change.js';
export { describeCounts, describeFindingCount } from './versions/describe-report.js';
export { diffProcedures } from './versions/diff-procedures.js';
export { type Cause, type DryRunReport, DryRunTally } from './versions/dry-run-report.js';
export { dryRunOne } from './versions/dry-run.js';
export { type Finding, type Outcome, OUTCOMES, type Verdict } from './versions/outcome.js';
export { pathAfter, type Plan, type PlanRule, type PlanStep, type Treatment } from './versions/plan.js';
export { proposePlan } from './versions/propose-plan.js';
export { type PlanResult, type PlanVersions, readPlan } from './versions/read-plan.js';
export { readStoredItem } from './versions/read-stored-item.js';
export type { StoredApplication, StoredDraft, StoredItem } from './versions/stored-item.js';
export { revert, type Undo } from './versions/undo.js';
export {
  compareVersions,
  type RunnableVersion,
  type VersionComparison,
} from './versions/version-comparison.js';
