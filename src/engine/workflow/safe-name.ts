const NAME = /^\p{L}[\p{L}\p{N}_]{0,62}$/u;

/** A name that may become a member of an object and a word in an expression: no `@origin`, no `constructor`. */
export function isSafeName(name: string): boolean {
  return NAME.test(name) && !(name in {}) && name !== 'prototype';
}
