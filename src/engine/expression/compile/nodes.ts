import { part, isAtHand } from '../builtins/parts.js';
import { compileArithmetic } from './arithmetic.js';
import { compileFilter } from './filter.js';
import { compileDateTimeLiteral, compileInvocation } from './invocation.js';
import { compileFor, compileQuantified } from './iteration.js';
import {
  compileAtLiteral,
  compileBoolean,
  compileContext,
  compileInterval,
  compileList,
  compileNull,
  compileNumber,
  compileOpenInterval,
  compileString,
  compileWrapper,
} from './literal.js';
import { compileComparison, compileConjunction, compileDisjunction, compileIf } from './logic.js';
import { compilePath, compileVariable } from './path.js';
import type { NodeCompiler, NodeCompilers } from './unit.js';

const EVERYDAY: ReadonlyMap<string, NodeCompiler> = new Map<string, NodeCompiler>([
  ['Expression', compileWrapper],
  ['ParenthesizedExpression', compileWrapper],
  ['DateTimeLiteral', compileDateTimeLiteral],
  ['PositiveUnaryTest', compileWrapper],
  ['NumericLiteral', compileNumber],
  ['StringLiteral', compileString],
  ['BooleanLiteral', compileBoolean],
  ['null', compileNull],
  ['AtLiteral', compileAtLiteral],
  ['List', compileList],
  ['Context', compileContext],
  ['Interval', compileInterval],
  ['SimplePositiveUnaryTest', compileOpenInterval],
  ['ArithmeticExpression', compileArithmetic],
  ['Comparison', compileComparison],
  ['Conjunction', compileConjunction],
  ['Disjunction', compileDisjunction],
  ['IfExpression', compileIf],
  ['VariableName', compileVariable],
  ['PathExpression', compilePath],
  ['FilterExpression', compileFilter],
  ['ForExpression', compileFor],
  ['QuantifiedExpression', compileQuantified],
  ['FunctionInvocation', compileInvocation],
]);

/** Every node of the grammar that may stand in an expression, and what compiles it. */
export const NODE_COMPILERS: NodeCompilers = {
  get: (name) => EVERYDAY.get(name) ?? (isAtHand('rare') ? part('rare').nodes.get(name) : undefined),
};
