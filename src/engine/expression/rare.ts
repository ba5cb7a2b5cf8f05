import { CONTEXT_FUNCTIONS } from './builtins/context.js';
import type { RareWords } from './builtins/parts.js';
import { RANGE_FUNCTIONS } from './builtins/range.js';
import { SEQUENCE_FUNCTIONS } from './builtins/sequence.js';
import { STATISTICS } from './builtins/statistics.js';
import { compileFunction } from './compile/function.js';
import { compileInstanceOf } from './compile/instance.js';

export const RARE_WORDS: RareWords = {
  nodes: new Map([
    ['InstanceOfExpression', compileInstanceOf],
    ['FunctionDefinition', compileFunction],
  ]),
  functions: new Map(
    [...CONTEXT_FUNCTIONS, ...RANGE_FUNCTIONS, ...SEQUENCE_FUNCTIONS, ...STATISTICS].map((builtIn) => [
      builtIn.name,
      builtIn,
    ]),
  ),
};
