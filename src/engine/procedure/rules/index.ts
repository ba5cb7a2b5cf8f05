import type { Problem } from '../../problem.js';
import { checkAsked } from './asked.js';
import { checkChecks } from './checks.js';
import { checkConditions } from './conditions.js';
import { checkEnglish } from '../../texts/check-english.js';
import { checkDeadlines } from './deadlines.js';
import { checkNeededValues } from './needed-values.js';
import { checkPersonalData } from './personal-data.js';
import { checkReadings } from './readings.js';
import { checkRefusalNotices } from './refusal-notices.js';
import { checkRemedies } from './remedies.js';
import type { Folder, Rule } from './rule.js';
import { checkUnused } from './unused.js';

/** A new rule is one file in this folder and one line here. */
const RULES: readonly Rule[] = [
  checkAsked,
  checkChecks,
  checkConditions,
  checkNeededValues,
  checkPersonalData,
  checkReadings,
  checkDeadlines,
  checkRefusalNotices,
  checkRemedies,
  checkUnused,
  checkEnglish,
];

export function applyRules(folder: Folder): readonly Problem[] {
  return RULES.flatMap((rule) => rule(folder));
}
