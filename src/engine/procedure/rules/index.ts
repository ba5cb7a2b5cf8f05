import type { Problem } from '../../problem.js';
import type { Folder, Rule } from './rule.js';

/** A new rule is one file in this folder and one line here. */
const RULES: readonly Rule[] = [];

export function applyRules(folder: Folder): readonly Problem[] {
  return RULES.flatMap((rule) => rule(folder));
}
