/** Conditions and formulas, for every editor of the builder. */
export { ConditionEditor } from './ConditionEditor.js';
export type { Fact } from './facts-in-scope.js';
export { useConditionWords } from './condition-words.js';
export { officeTitle } from './named-facts.js';
export { useScope } from './use-scope.js';
