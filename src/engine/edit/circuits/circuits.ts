import type { Circuit } from './circuit.js';
import { GRANT } from './grant.js';
import { INSPECTION } from './inspection.js';
import { LOTTERY } from './lottery.js';
import { NOTIFICATION } from './notification.js';
import { PERMIT } from './permit.js';

/** Reviews to begin with, each complete: put into a procedure without one, it compiles. */
export const CIRCUITS: readonly Circuit[] = [NOTIFICATION, PERMIT, GRANT, INSPECTION, LOTTERY];
