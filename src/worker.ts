import { runProcess } from './run-process.js';

/** The jobs alone, whatever ROLE says: for a process manager that starts its parts by their files. */
await runProcess((config) => ({ ...config, role: 'worker' }));
