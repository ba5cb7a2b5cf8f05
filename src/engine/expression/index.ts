export { compileExpression, type Compiled, type CompileOptions, type Expression } from './compile.js';
export type { Facts } from './compile/unit.js';
export { Decimal } from './decimal.js';
export type { Explanation } from './explain.js';
export {
  EvaluationError,
  nearest,
  type EvaluationErrorCode,
  type ExpressionProblem,
  type ExpressionProblemCode,
} from './problems.js';
export type { FeelType, Scope } from './types.js';
export { toJson, toText } from './text.js';
export type { FeelValue } from './values.js';
