export { compileExpression, type CompileOptions, type Expression } from './compile.js';
export type { Facts } from './compile/unit.js';
export { Decimal } from './decimal.js';
export type { Explanation } from './explain.js';
export { findNames, type NamedPlace } from './find-names.js';
export { EvaluationError, type ExpressionProblem } from './problems.js';
export { toJson, toText } from './text.js';
export { type FeelType, type Scope, unifyAll as unifyTypes } from './types.js';
export type { FeelValue } from './values.js';
