/** What the screens use of the engine, in one place. */
export {
  compileForm,
  describeProblem,
  englishOf,
  evaluateAnswers,
  explainComputed,
  normalizeInput,
  renderSchema,
  translateForm,
  resolvePointer,
  ROW_ID,
  stablePointer,
  unitInWords,
  valueInWords,
  withoutComputed,
  withRowIds,
} from '#engine';
export type {
  AttachmentRule,
  Evaluation,
  Field,
  Form,
  Option,
  Page,
  PageValidator,
  PageValidators,
  Problem,
} from '#engine';
