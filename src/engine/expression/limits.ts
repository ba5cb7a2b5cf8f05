/** The longest expression, in UTF-16 units. */
export const MAX_SOURCE_LENGTH = 10_000;
/** Compiling and evaluating recurse a few times per level; this stays far from the end of any stack. */
export const MAX_DEPTH = 300;
/** Entries of contexts, named arguments and types of parameters: reading them takes the square of their number. */
export const MAX_ENTRIES = 300;
/** Loop turns, filter items, calls and list items that one evaluation may spend: tens of milliseconds. */
export const MAX_STEPS = 100_000;
/** Functions calling functions. */
export const MAX_CALL_DEPTH = 60;
/** The longest text an expression may make. */
export const MAX_TEXT_LENGTH = 1_000_000;
