/** ★ Door 1: a compiled procedure becomes pages of questions, or a read-only view of their answers. */
export {
  diffAnswers,
  evaluateAnswers,
  mergeAnswers,
  resolvePointer,
  sameAnswer,
  targetLabel,
  valueInWords,
  withoutComputed,
} from './engine.js';
export type {
  AnswerChange,
  AnswerConflict,
  AnswerContext,
  Evaluation,
  Field,
  Form,
  Page,
  Problem,
} from './engine.js';
export { maySendSmaller, refusalOf, ruleOf } from './fields/attachment/limits.js';
export { useLatePieces } from './fields/late.js';
export { useProblemWords } from './session/problem-words.js';
export { PageForm } from './PageForm.js';
export {
  fieldPathOf,
  idOf,
  isInside,
  pageOf,
  pointerOf,
  valueAt,
  withValueAt,
  type Pointer,
} from './pointer.js';
export {
  FormSessionProvider,
  type FieldCorrection,
  type FormFiles,
  type FormSession,
  useFormFiles,
  useFormSession,
  type PendingUpload,
} from './session/form-session.js';
export { AnswersInHand, type RawAnswers } from './session/answers-in-hand.js';
export { pageHasErrors, useAnswers, useInHand } from './session/use-answers.js';
export { newRowId } from './theme/new-row-id.js';
export { PageChecks } from './validation/page-checks.js';
export { patiently } from './validation/patiently.js';
export { loadForm, type LoadedForm, readBundle, type SpokenForm } from './validation/load-form.js';
export { AnswersView } from './view/AnswersView.js';
export { AnswerWords } from './view/AnswerWords.js';
export { WhyThisValue } from './view/WhyThisValue.js';
