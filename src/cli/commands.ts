import { check } from './check.js';
import type { Command } from './command.js';
import { test } from './test.js';
import { types } from './types.js';

/** In the order of the help. */
export const COMMANDS: readonly Command[] = [check, test, types];
