import { BOOLEAN } from '../types.js';
import { builtIn, nullable, boolean, signature, type BuiltIn } from './signature.js';

export const LOGIC_FUNCTIONS: readonly BuiltIn[] = [
  builtIn(
    'not',
    signature([nullable(boolean('negand'))], BOOLEAN, (value) => (value === null ? null : !value)),
  ),
];
