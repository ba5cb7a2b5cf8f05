export { type Config } from './read-config.js';

/** Injection token of the `Config` that this process was started with. */
export const CONFIG = Symbol('config');
