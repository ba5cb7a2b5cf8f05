import type { Problem } from '../engine.js';

/** The published files do not compile here: this browser runs an older engine than the server. A reload cures it. */
export class FormUnreadable extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map((one) => `${one.path} ${one.code}`).join('; '));
  }
}
