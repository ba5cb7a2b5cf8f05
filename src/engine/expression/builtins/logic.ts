import { BOOLEAN } from '../types.js';
import { builtIn, boolean, signature, type BuiltIn } from './signature.js';

export const LOGIC_FUNCTIONS: readonly BuiltIn[] = [
  builtIn(
    'not',
    signature([boolean('negand')], BOOLEAN, (value) => !value),
  ),
];
