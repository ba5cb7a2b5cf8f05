/**
 * Milliseconds that anything may take before a spec calls it broken. A fuse and no measure: each wait ends with what it
 * waits for, so a long one costs nothing where all is well, and a slow machine breaks nothing.
 */
export const patience = 60_000;
